package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.amount;
import static io.entente.referral.crm.ConnectedCrms.event;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The last values of the CRM decide: late events, cleared values, merged deals, and terms that change after closing. */
class LateAndClearedIT {

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms();
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void a_won_that_arrives_after_a_later_stage_is_not_applied() {
        String deal = number();
        String referral = linked(deal);
        crms.hubspot(property(deal, "amount", "1000", T0), property(deal, "deal_currency_code", "EUR", T0));
        crms.hubspot(property(deal, "dealstage", "contractsent", T0 + 20_000));

        crms.hubspot(property(deal, "dealstage", "closedwon", T0 + 10_000));

        assertThat(crms.status(referral)).isEqualTo("PROPOSAL_SENT");
        assertThat(deals(referral)).isEmpty();
        assertThat(crms.deal("hubspot", deal).path("notes").get(0).path("text").asString())
                .startsWith("arrived late and was not applied");
    }

    @Test
    void a_won_without_the_amount_that_was_cleared_waits() {
        String deal = number();
        String referral = linked(deal);
        crms.hubspot(property(deal, "amount", "999999", T0), property(deal, "deal_currency_code", "EUR", T0));
        crms.hubspot(property(deal, "amount", "", T0 + 1000));

        crms.hubspot(property(deal, "dealstage", "closedwon", T0 + 2000));

        assertThat(crms.reasons(deal)).containsExactly("AMOUNT_MISSING");
        assertThat(deals(referral)).isEmpty();
    }

    @Test
    void the_deal_that_remains_after_a_merge_continues_the_one_that_was_closed() {
        String closed = number();
        String remaining = number();
        String referral = linked(closed);
        won(closed, "900", T0);
        merge(closed, remaining);
        crms.link("hubspot", remaining, referral);

        won(remaining, "1500", T0 + 10_000);

        assertThat(deals(referral)).containsExactly("900.00");
        assertThat(crms.reasons(remaining)).containsExactly("AMOUNT_DIFFERS");
        ConnectedCrms.done(crms.service.post("/api/crm/deals/hubspot/%s/accept".formatted(remaining), "{}"));
        assertThat(deals(referral)).containsExactly("1500.00");
        assertThat(crms.reasons(remaining)).isEmpty();
        assertThat(crms.reasons(closed)).containsExactly("MERGED_IN_CRM");
    }

    @Test
    void a_won_that_waits_is_not_applied_after_the_deal_was_merged_or_deleted() {
        String deal = number();
        String referral = linked(deal);
        crms.command(referral, "request-information", "{\"questions\":[\"How large is the team?\"]}");
        won(deal, "900", T0);
        merge(deal, number());

        crms.command(referral, "provide-information", "{\"answers\":[\"Twelve people.\"]}");
        crms.hubspot(property(deal, "closed_lost_reason", "any change", T0 + 30_000));

        assertThat(crms.reasons(deal)).containsExactly("REFUSED", "MERGED_IN_CRM");
        assertThat(deals(referral)).isEmpty();
    }

    @Test
    void every_change_of_terms_after_closing_is_listed() {
        for (String unusable : List.of("0", "", "-100", "3000.555", "1e2147483647")) {
            String deal = number();
            String referral = linked(deal);
            won(deal, "3000", T0);

            Answer answer = crms.hubspot(property(deal, "amount", unusable, T0 + 1000));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(crms.reasons(deal)).as(unusable).containsExactly("AMOUNT_DIFFERS");
            assertThat(deals(referral)).containsExactly("3000.00");
            Answer accepted = crms.service.post("/api/crm/deals/hubspot/%s/accept".formatted(deal), "{}");
            assertThat(accepted.status()).isEqualTo(409);
        }
        String deal = number();
        linked(deal);
        won(deal, "3000", T0);
        crms.hubspot(property(deal, "deal_currency_code", "XXQ", T0 + 1000));
        assertThat(crms.reasons(deal)).containsExactly("CURRENCY_DIFFERS");
    }

    @Test
    void a_closing_date_that_arrives_after_the_stage_is_a_difference_that_a_person_accepts() {
        String deal = number();
        String referral = linked(deal);
        won(deal, "3000", T0);

        crms.hubspot(property(deal, "closedate", "2026-03-15", T0));

        JsonNode wait = crms.deal("hubspot", deal).path("waits").get(0);
        assertThat(wait.path("reason").asString()).isEqualTo("CLOSING_DATE_DIFFERS");
        assertThat(wait.path("reportedOn").asString()).isEqualTo("2026-03-15");
        ConnectedCrms.done(crms.service.post("/api/crm/deals/hubspot/%s/accept".formatted(deal), "{}"));
        assertThat(crms.referral(referral).path("deals").get(0).path("closedOn").asString())
                .isEqualTo("2026-03-15");
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void accepting_and_dismissing_need_the_version_that_was_read() {
        String deal = number();
        String referral = linked(deal);
        won(deal, "100", T0);
        crms.hubspot(property(deal, "amount", "200", T0 + 1000));
        long read = crms.deal("hubspot", deal).path("version").asLong();
        crms.hubspot(property(deal, "amount", "90000", T0 + 2000));
        String path = "/api/crm/deals/hubspot/%s/".formatted(deal);

        assertThat(crms.service.post(path + "accept", "{}", ifMatch(read)).status())
                .isEqualTo(412);
        assertThat(crms.service
                        .post(path + "dismiss", "{\"subject\":\"TERMS\",\"reason\":\"Wrong.\"}", ifMatch(read))
                        .status())
                .isEqualTo(412);
        assertThat(deals(referral)).containsExactly("100.00");
        long now = crms.deal("hubspot", deal).path("version").asLong();
        ConnectedCrms.done(crms.service.post(path + "accept", "{}", ifMatch(now)));
        assertThat(deals(referral)).containsExactly("90000.00");
    }

    @Test
    void a_won_that_waits_is_superseded_by_an_unknown_stage() {
        String deal = number();
        String referral = linked(deal);
        crms.command(referral, "request-information", "{\"questions\":[\"How large is the team?\"]}");
        won(deal, "900", T0);
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");

        crms.hubspot(property(deal, "dealstage", "99887755", T0 + 5000));

        assertThat(crms.reasons(deal)).containsExactly("UNKNOWN_STAGE");
        assertThat(crms.service
                        .get("/api/crm/waiting-changes?reason=UNKNOWN_STAGE&limit=200")
                        .body())
                .contains("\"" + deal + "\"");
    }

    @Test
    void a_won_of_the_holder_waits_while_the_conflict_is_open() {
        String domain = "client-" + number() + ".example";
        String holder = crms.submitted("par_other", domain);
        String challenger = crms.submitted("par_crm", domain);
        String deal = number();
        crms.link("hubspot", deal, holder);

        won(deal, "900", T0);

        assertThat(crms.status(challenger)).isEqualTo("CONFLICTED");
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        assertThat(deals(holder)).isEmpty();
    }

    @Test
    void a_referral_is_lost_only_when_all_its_deals_are_lost() {
        String first = number();
        String second = number();
        String referral = linked(first);
        crms.link("hubspot", second, referral);
        crms.hubspot(property(second, "dealstage", "contractsent", T0));

        crms.hubspot(property(first, "dealstage", "closedlost", T0 + 1000));
        assertThat(crms.status(referral)).isEqualTo("PROPOSAL_SENT");

        crms.hubspot(property(second, "dealstage", "closedlost", T0 + 2000));
        assertThat(crms.status(referral)).isEqualTo("LOST");
    }

    @Test
    void a_sale_that_was_closed_by_hand_some_days_apart_waits_for_a_person() {
        String deal = number();
        String referral = linked(deal);
        crms.command(referral, "accept", "{}");
        crms.command(
                referral,
                "deals",
                "{\"dealId\":\"inv-%s\",\"amount\":{\"amount\":\"5000.00\",\"currency\":\"EUR\"},\"closedOn\":\"2026-03-29\"}"
                        .formatted(deal));

        won(deal, "5000", T0);

        assertThat(deals(referral)).containsExactly("5000.00");
        assertThat(crms.reasons(deal)).containsExactly("REFUSED");
    }

    @Test
    void a_loss_after_the_referral_was_won_is_moved_back() {
        String deal = "D-" + number();
        String referral = crms.submitted();
        crms.link("generic", deal, referral);
        crms.generic(event(deal, "WON", amount("10.00", "USD"), 0));

        crms.generic(event(deal, "LOST", "", 10));

        assertThat(crms.status(referral)).isEqualTo("WON");
        assertThat(crms.reasons(deal)).containsExactly("MOVED_BACK");
    }

    private static String linked(String deal) {
        String referral = crms.submitted();
        crms.link("hubspot", deal, referral);
        return referral;
    }

    private static void won(String deal, String amount, long at) {
        Answer answer = crms.hubspot(
                property(deal, "amount", amount, at),
                property(deal, "deal_currency_code", "EUR", at),
                property(deal, "dealstage", "closedwon", at));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void merge(String merged, String remaining) {
        crms.hubspot(
                """
                {"objectId":%s,"primaryObjectId":%s,"mergedObjectIds":[],"newObjectId":%s,"eventId":%s,"subscriptionId":3,
                 "portalId":33,"occurredAt":%d,"subscriptionType":"deal.merge"}"""
                        .formatted(remaining, merged, remaining, number(), T0 + 5000));
    }

    private static String ifMatch(long version) {
        return "If-Match: \"%d\"".formatted(version);
    }

    private static List<String> deals(String referral) {
        List<String> amounts = new ArrayList<>();
        crms.referral(referral)
                .path("deals")
                .forEach(deal -> amounts.add(deal.path("amount").path("amount").asString()));
        return amounts;
    }
}
