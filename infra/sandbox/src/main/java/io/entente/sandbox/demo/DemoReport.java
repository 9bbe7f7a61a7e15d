package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoReferral.Ending;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reports what was played and where to see it: the partner with the most deals, and a partner whose old deal earned nothing. */
record DemoReport(
        DemoProgram.Urls urls, String identity, DemoScript script, List<String> partnerIds, JsonNode imported) {

    /** The first row of the CRM's export is a deal of the first partner, closed before any plan was in force. */
    private static final int PARTNER_WITH_OLD_DEAL = 0;

    String text() {
        int busiest = busiest();
        String id = partnerIds.get(busiest);
        return """
                Demo: %d partners, %d referrals through the API, %s from the CRM export (%s new, %s unchanged, %s rejected).

                %s, the partner with the most deals:
                  referrals        %s/api/referrals?partnerId=%s
                  commission       %s/api/commissions?partnerId=%s
                  balances         %s/api/balances/%s
                  inbox            %s/api/notifications?partnerId=%s
                %s, with a deal of 1999 that no plan covers:
                  ledger           %s/api/ledger/%s
                Finance can read all of it:
                  curl -s --oauth2-bearer $(curl -s %s/token/finance) '%s/api/commissions?partnerId=%s'
                """
                .formatted(
                        partnerIds.size(),
                        script.referrals().size(),
                        imported.path("rows").asString(),
                        imported.path("accepted").asString(),
                        imported.path("unchanged").asString(),
                        imported.path("rejected").asString(),
                        name(busiest),
                        urls.referral(),
                        id,
                        urls.commission(),
                        id,
                        urls.commission(),
                        id,
                        urls.notification(),
                        id,
                        name(PARTNER_WITH_OLD_DEAL),
                        urls.commission(),
                        partnerIds.get(PARTNER_WITH_OLD_DEAL),
                        identity,
                        urls.commission(),
                        id);
    }

    private String name(int partner) {
        return script.data().partners().get(partner).name();
    }

    private int busiest() {
        Map<Integer, Long> won = script.referrals().stream()
                .filter(referral -> referral.ending() == Ending.WON)
                .collect(Collectors.groupingBy(DemoReferral::partner, Collectors.counting()));
        return won.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(PARTNER_WITH_OLD_DEAL);
    }
}
