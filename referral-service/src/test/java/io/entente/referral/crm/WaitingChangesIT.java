package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.amount;
import static io.entente.referral.crm.ConnectedCrms.event;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static io.entente.testkit.security.Callers.asOps;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes of a CRM that can't be applied at the time are kept and applied later, or decided by a person. */
class WaitingChangesIT {

    private static final String T_ASKED = "{\"questions\":[\"How large is the team?\"]}";
    private static final String REASON = "{\"reason\":\"The client called back.\"}";

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms("--entente.referral.crm.notice-after=10m");
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void a_deal_that_is_won_during_a_conflict_is_closed_when_the_conflict_is_decided() {
        String domain = "client-" + number() + ".example";
        String first = crms.submitted("par_other", domain);
        String challenger = crms.submitted("par_crm", domain);
        assertThat(crms.status(challenger)).isEqualTo("CONFLICTED");
        String deal = "D-" + number();
        crms.link("generic", deal, challenger);

        crms.generic(event(deal, "WON", amount("12000.00", "EUR"), 0));

        assertThat(crms.status(challenger)).isEqualTo("CONFLICTED");
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        decide(challenger, first);
        await().untilAsserted(() -> assertThat(crms.status(challenger)).isEqualTo("WON"));
        JsonNode closed = crms.referral(challenger).path("deals").get(0);
        assertThat(closed.path("amount").toString()).isEqualTo("{\"amount\":\"12000.00\",\"currency\":\"EUR\"}");
        await().untilAsserted(() -> assertThat(crms.reasons(deal)).isEmpty());
        assertThat(crms.deal("generic", deal).path("state").asString()).isEqualTo("SETTLED");
    }

    @Test
    void a_second_record_of_a_sale_stays_refused_when_the_first_one_is_reversed() {
        String referral = crms.submitted();
        String first = number();
        String second = number();
        crms.link("hubspot", first, referral);
        crms.link("hubspot", second, referral);
        won(first);
        won(second);
        assertThat(crms.reasons(second)).containsExactly("REFUSED");

        String deal =
                crms.referral(referral).path("deals").get(0).path("dealId").asString();
        crms.command(
                referral, "reverse-deal", "{\"dealId\":\"%s\",\"reason\":\"The client was refunded\"}".formatted(deal));

        crms.hubspot(property(second, "closed_lost_reason", "any change", ConnectedCrms.T0 + 9));
        assertThat(explanation(second)).contains(", which was reversed; dismiss this change");
        assertThat(crms.referral(referral).path("deals").size()).isEqualTo(1);
        assertThat(crms.status(referral)).isEqualTo("ACCEPTED");
    }

    private static void won(String deal) {
        crms.hubspot(
                property(deal, "amount", "500", ConnectedCrms.T0),
                property(deal, "deal_currency_code", "USD", ConnectedCrms.T0),
                property(deal, "closedate", "2026-03-31", ConnectedCrms.T0),
                property(deal, "dealstage", "closedwon", ConnectedCrms.T0));
    }

    @Test
    void a_deal_with_an_amount_or_a_date_that_is_none_waits_with_the_reason_until_it_is_mended() {
        String referral = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, referral);

        crms.hubspot(
                property(deal, "amount", "12.345", ConnectedCrms.T0),
                property(deal, "deal_currency_code", "USD", ConnectedCrms.T0),
                property(deal, "closedate", "31.03.2026", ConnectedCrms.T0),
                property(deal, "dealstage", "closedwon", ConnectedCrms.T0));
        assertThat(explanation(deal))
                .isEqualTo("the amount '12.345' must be a number above zero with at most 12 digits before the point"
                        + " and 2 after it, for USD");

        crms.hubspot(property(deal, "deal_currency_code", "XYZ", ConnectedCrms.T0 + 1));
        assertThat(explanation(deal)).startsWith("the currency 'XYZ' must be the ISO 4217 code");

        crms.hubspot(
                property(deal, "amount", "12.34", ConnectedCrms.T0 + 2),
                property(deal, "deal_currency_code", "USD", ConnectedCrms.T0 + 2));
        assertThat(explanation(deal)).isEqualTo("the closing date '31.03.2026' must be a date such as 2026-03-31");

        crms.hubspot(property(deal, "closedate", "2026-03-31", ConnectedCrms.T0 + 3));
        assertThat(crms.status(referral)).isEqualTo("WON");
        assertThat(crms.referral(referral).path("deals").get(0).path("closedOn").asString())
                .isEqualTo("2026-03-31");
        assertThat(crms.reasons(deal)).isEmpty();
    }

    private static String explanation(String deal) {
        return crms.deal("hubspot", deal)
                .path("waits")
                .get(0)
                .path("explanation")
                .asString();
    }

    @Test
    void a_deal_that_is_won_while_the_partner_owes_an_answer_is_closed_after_the_answer() {
        String referral = crms.submitted();
        crms.command(referral, "request-information", T_ASKED);
        String deal = "D-" + number();
        crms.link("generic", deal, referral);

        crms.generic(event(deal, "WON", amount("10.00", "USD"), 0));

        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        crms.command(referral, "provide-information", "{\"answers\":[\"Twelve people.\"]}");
        await().untilAsserted(() -> assertThat(crms.status(referral)).isEqualTo("WON"));
    }

    @Test
    void a_deal_that_is_won_after_its_referral_was_lost_is_closed_when_the_referral_is_reopened() {
        String referral = crms.submitted();
        crms.command(referral, "accept", "{}");
        crms.command(referral, "lose", "{\"reason\":\"No budget.\"}");
        String deal = "D-" + number();
        crms.link("generic", deal, referral);

        crms.generic(event(deal, "WON", amount("10.00", "USD"), 0));

        assertThat(crms.status(referral)).isEqualTo("LOST");
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        crms.command(referral, "reopen", REASON);
        await().untilAsserted(() -> assertThat(crms.status(referral)).isEqualTo("WON"));
    }

    @Test
    void a_later_stage_of_the_crm_supersedes_one_that_waits() {
        String referral = crms.submitted();
        crms.command(referral, "request-information", T_ASKED);
        String deal = "D-" + number();
        crms.link("generic", deal, referral);
        crms.generic(event(deal, "WON", amount("10.00", "USD"), 0));

        crms.generic(event(deal, "CONTACTED", "", 10));

        crms.command(referral, "provide-information", "{\"answers\":[\"Twelve people.\"]}");
        await().untilAsserted(() -> assertThat(crms.status(referral)).isEqualTo("CONTACTED"));
        assertThat(crms.referral(referral).path("deals").size()).isZero();
    }

    @Test
    void a_stage_that_the_profile_does_not_know_is_applied_by_a_new_version_of_the_profile() {
        String referral = crms.submitted();
        String deal = "D-" + number();
        crms.link("generic", deal, referral);

        crms.generic(event(deal, "Handshake", amount("10.00", "USD"), 0));

        assertThat(crms.reasons(deal)).containsExactly("UNKNOWN_STAGE");
        define("Handshake", "WON");
        await().untilAsserted(() -> assertThat(crms.status(referral)).isEqualTo("WON"));
        await().untilAsserted(() -> assertThat(crms.reasons(deal)).isEmpty());
    }

    @Test
    void an_amount_that_comes_before_its_currency_waits_for_it() {
        String referral = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, referral);

        crms.hubspot(
                property(deal, "amount", "1500", ConnectedCrms.T0),
                property(deal, "dealstage", "closedwon", ConnectedCrms.T0));

        assertThat(crms.reasons(deal)).containsExactly("CURRENCY_PENDING");
        crms.hubspot(property(deal, "deal_currency_code", "EUR", ConnectedCrms.T0 + 900));
        assertThat(crms.referral(referral).path("deals").get(0).path("amount").toString())
                .isEqualTo("{\"amount\":\"1500.00\",\"currency\":\"EUR\"}");
    }

    @Test
    void a_deal_whose_currency_never_comes_gets_the_currency_of_the_profile() {
        String referral = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, referral);
        crms.hubspot(
                property(deal, "amount", "1500", ConnectedCrms.T0),
                property(deal, "dealstage", "closedwon", ConnectedCrms.T0));
        assertThat(crms.status(referral)).isEqualTo("SUBMITTED");

        crms.clock.move(Duration.ofMinutes(3));

        await().untilAsserted(() -> assertThat(crms.status(referral)).isEqualTo("WON"));
        assertThat(crms.referral(referral)
                        .path("deals")
                        .get(0)
                        .path("amount")
                        .path("currency")
                        .asString())
                .isEqualTo("USD");
    }

    @Test
    void an_amount_that_changes_after_closing_is_a_difference_that_a_person_accepts() {
        String deal = "D-" + number();
        String referral = won(deal, "12000.00");

        crms.generic(event(deal, "WON", amount("12500.00", "USD"), 60));

        JsonNode wait = crms.deal("generic", deal).path("waits").get(0);
        assertThat(wait.path("reason").asString()).isEqualTo("AMOUNT_DIFFERS");
        assertThat(wait.path("recorded").path("amount").asString()).isEqualTo("12000.00");
        assertThat(wait.path("reported").path("amount").asString()).isEqualTo("12500.00");
        JsonNode accepted =
                ConnectedCrms.done(crms.service.post("/api/crm/deals/generic/%s/accept".formatted(deal), "{}"));
        assertThat(accepted.path("waits").size()).isZero();
        JsonNode corrected = crms.referral(referral).path("deals").get(0);
        assertThat(corrected.path("amount").path("amount").asString()).isEqualTo("12500.00");
        assertThat(corrected.path("corrections").size()).isEqualTo(1);
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void a_difference_ends_when_the_deal_is_corrected_in_another_way() {
        String deal = "D-" + number();
        String referral = won(deal, "100.00");
        crms.generic(event(deal, "WON", amount("110.00", "USD"), 60));
        assertThat(crms.reasons(deal)).containsExactly("AMOUNT_DIFFERS");
        String dealId =
                crms.referral(referral).path("deals").get(0).path("dealId").asString();

        crms.command(
                referral,
                "deals/%s/correct".formatted(dealId),
                "{\"amount\":{\"amount\":\"110.00\",\"currency\":\"USD\"},\"reason\":\"A typing error.\"}");

        await().untilAsserted(() -> assertThat(crms.reasons(deal)).isEmpty());
    }

    @Test
    void a_dismissed_difference_comes_back_only_with_another_amount() {
        String deal = "D-" + number();
        won(deal, "12000.00");
        crms.generic(event(deal, "WON", amount("12000.00", "EUR"), 60));
        assertThat(crms.reasons(deal)).containsExactly("CURRENCY_DIFFERS");
        Answer accepted = crms.service.post("/api/crm/deals/generic/%s/accept".formatted(deal), "{}");
        assertThat(accepted.status()).isEqualTo(409);
        assertThat(accepted.body()).contains("Reverse the deal, and close it again under another id with EUR 12000.00");

        dismiss(deal, "TERMS");

        assertThat(crms.reasons(deal)).isEmpty();
        crms.generic(event(deal, "WON", amount("12000.00", "EUR"), 90));
        assertThat(crms.reasons(deal)).isEmpty();
        crms.generic(event(deal, "WON", amount("13000.00", "EUR"), 120));
        assertThat(crms.reasons(deal)).containsExactly("CURRENCY_DIFFERS");
    }

    @Test
    void ops_is_notified_once_and_the_list_is_filtered_and_exported() {
        String referral = crms.submitted();
        crms.command(referral, "request-information", T_ASKED);
        String deal = "D-" + number();
        crms.link("generic", deal, referral);
        crms.generic(event(deal, "WON", amount("10.00", "USD"), 0));

        crms.clock.move(Duration.ofMinutes(10));

        List<PublishedRecord> notices = crms
                .service
                .awaitRecords("referral.events", all -> all.stream().anyMatch(record -> isNotice(record, deal)))
                .stream()
                .filter(record -> isNotice(record, deal))
                .toList();
        Contracts.assertMatches(notices.get(0).type(), notices.get(0).text());
        assertThat(notices.get(0).data().path("reason").asString()).isEqualTo("REFERRAL_STATE");
        assertThat(notices.get(0).data().path("stage").asString()).isEqualTo("WON");
        assertThat(notices.get(0).data().path("referralId").asString()).isEqualTo(referral);
        String list = "/api/crm/waiting-changes";
        assertThat(crms.service.get(list + "?reason=REFERRAL_STATE&crm=generic").body())
                .contains(deal);
        assertThat(crms.service.get(list + "?reason=UNKNOWN_STAGE").body()).doesNotContain(deal);
        assertThat(crms.service.get(list + "?crm=hubspot").body()).doesNotContain(deal);
        assertThat(crms.service.get(list + "?q=won+" + referral).body()).contains(deal);
        assertThat(crms.service.get(list + "?q=lost+" + referral).body()).doesNotContain(deal);
        assertThat(crms.service
                        .get(list + "?sort=heard&order=desc&limit=1&crm=generic")
                        .body())
                .as("the last one")
                .contains(deal);
        assertThat(crms.service.get(list + "?sort=amount").status()).isEqualTo(400);
        assertThat(crms.service.get(list + "/export?crm=generic").body())
                .startsWith("since,crm,crmDealId,referralId,subject,reason,stage,")
                .contains(",generic,%s,%s,STAGE,REFERRAL_STATE,WON,".formatted(deal, referral));

        dismiss(deal, "STAGE");

        assertThat(crms.reasons(deal)).isEmpty();
        JsonNode notes = crms.deal("generic", deal).path("notes");
        assertThat(notes.get(notes.size() - 1).path("text").asString())
                .isEqualTo("REFERRAL_STATE was dismissed by user:ops-1: Entered twice.");
        Answer again = crms.service.post(
                "/api/crm/deals/generic/%s/dismiss".formatted(deal),
                "{\"subject\":\"STAGE\",\"reason\":\"Entered twice.\"}");
        assertThat(again.status()).isEqualTo(409);
    }

    private static boolean isNotice(PublishedRecord record, String deal) {
        return record.type().equals("referral.crm-change-waiting.v1")
                && record.data().path("crmDealId").asString().equals(deal);
    }

    private static void dismiss(String deal, String subject) {
        ConnectedCrms.done(crms.service.post(
                "/api/crm/deals/generic/%s/dismiss".formatted(deal),
                "{\"subject\":\"%s\",\"reason\":\"Entered twice.\"}".formatted(subject),
                asPerson("ops-1")));
    }

    private static String won(String deal, String amount) {
        String referral = crms.submitted();
        crms.link("generic", deal, referral);
        crms.generic(event(deal, "WON", amount(amount, "USD"), 0));
        assertThat(crms.status(referral)).isEqualTo("WON");
        return referral;
    }

    private static void decide(String winner, String other) {
        JsonNode conflicts =
                crms.service.get("/api/conflicts?status=OPEN&limit=200").json();
        JsonNode conflict = conflicts
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(winner) && one.toString().contains(other))
                .findFirst()
                .orElseThrow();
        ConnectedCrms.done(crms.service.post(
                "/api/conflicts/%s/decide".formatted(conflict.path("id").asString()),
                "{\"winner\":\"%s\",\"reason\":\"The client chose.\",\"rule\":\"CLIENT_CHOOSES\"}".formatted(winner),
                asOps("o-1")));
    }

    /** Adds a stage to the profile of the generic CRM. */
    private static void define(String stage, String meaning) {
        JsonNode profile = crms.service
                .get("/api/import-profiles?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("code").asString().equals("generic-deals"))
                .findFirst()
                .orElseThrow();
        String next = profile.toString()
                .replaceFirst("\"version\":\\d+,?", "")
                .replaceFirst("\"stages\":\\{", "\"stages\":{\"%s\":\"%s\",".formatted(stage, meaning));
        ConnectedCrms.done(crms.service.post("/api/import-profiles", next));
    }
}
