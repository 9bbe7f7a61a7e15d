package io.entente.sandbox.demo;

import io.entente.sandbox.demo.DemoData.Client;
import io.entente.sandbox.demo.DemoData.Decline;
import io.entente.sandbox.demo.DemoData.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A referral of the demo: what its partner submits, and what the firm makes of it.
 *
 * @param number from 1, also its deal's
 * @param partner which of the data's
 * @param outcome where it ends
 * @param value what the client is expected to buy for and, where it's won, does
 * @param closedOn when, where it's won
 * @param credit who else shares the credit for the deal, which of the data's partners; null for nobody
 * @param decline where it's declined
 */
record DemoReferral(
        int number,
        int partner,
        Client client,
        Offer offer,
        String involvement,
        Outcome outcome,
        BigDecimal value,
        String currency,
        LocalDate closedOn,
        @Nullable Integer credit,
        Decline decline) {

    /** Where the API takes a referral. */
    enum Outcome {
        SUBMITTED,
        ACCEPTED,
        DECLINED,
        WON
    }

    Map<String, Object> submission(List<String> partnerIds, String country) {
        return Map.of(
                "partnerId", partnerIds.get(partner),
                "direction", "INBOUND",
                "client",
                        Map.of(
                                "organisation", client.organisation(),
                                "domain", client.domain(),
                                "country", country,
                                "contactName", client.contactName(),
                                "contactEmail", "contact@" + client.domain()),
                "service", offer.service(),
                "challenge", offer.challenge(),
                "involvement", involvement,
                "expectedValue", money());
    }

    Map<String, Object> deal(List<String> partnerIds) {
        List<Map<String, String>> shares = credit == null
                ? List.of(share(partnerIds.get(partner), "ORIGINATOR", "1.00"))
                : List.of(
                        share(partnerIds.get(partner), "ORIGINATOR", "0.60"),
                        share(partnerIds.get(credit), "CO_SELLER", "0.40"));
        return Map.of("dealId", dealId(), "amount", money(), "closedOn", closedOn.toString(), "credit", shares);
    }

    String dealId() {
        return "entente-demo-deal-%02d".formatted(number);
    }

    private Map<String, String> money() {
        return Map.of("amount", value.toPlainString(), "currency", currency);
    }

    private static Map<String, String> share(String partnerId, String role, String share) {
        return Map.of("partnerId", partnerId, "role", role, "share", share);
    }
}
