package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.CLOCK;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.balance;
import static io.entente.commission.payouts.RunningPayouts.payable;
import static io.entente.commission.payouts.RunningPayouts.payoutsOf;
import static io.entente.commission.payouts.RunningPayouts.planned;
import static io.entente.commission.payouts.RunningPayouts.published;
import static io.entente.commission.payouts.RunningPayouts.putPayee;
import static io.entente.commission.payouts.RunningPayouts.report;
import static io.entente.commission.payouts.RunningPayouts.service;
import static io.entente.commission.payouts.RunningPayouts.verifyLedger;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An outcome that was reported wrongly is corrected by two people. Each commission is 1,054.00 USD. */
@ExtendWith(RunningPayouts.class)
class OutcomeCorrectionIT {

    private static final String PAID = "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}";
    private static final String FAILED = "{\"outcome\":\"FAILED\",\"reason\":\"The account is closed.\"}";
    private static final String TO_PAID =
            "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\",\"reason\":\"The bank found the transfer.\"}";
    private static final String TO_FAILED = "{\"outcome\":\"FAILED\",\"reason\":\"The statement shows no debit.\"}";

    @Test
    void a_payout_that_was_paid_by_mistake_is_payable_again_after_a_second_person_confirms() {
        String partner = "par_corr_unpaid";
        String payout = submitted("corr-unpaid", partner);
        report(payout, PAID, 200);

        Answer asked = ask(payout, TO_FAILED, 201);
        assertThat(asked.json().path("status").asString()).isEqualTo("WAITING");
        assertThat(ask(payout, TO_FAILED, 201).header("Idempotency-Replayed")).contains("true");
        assertBalances(partner, "0.00", "1054.00", "0.00");
        assertThat(waiting(payout)).isTrue();
        String correction = asked.header("Location").orElseThrow();
        assertThat(service()
                        .get("/api/outcome-corrections?partnerId=" + partner)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service()
                        .get("/api/outcome-corrections/export?partnerId=par_nobody")
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(service()
                        .get("/api/outcome-corrections/export?partnerId=" + partner)
                        .body())
                .startsWith("correctionId,payoutId,partnerId,amount,currency,")
                .contains(
                        payout
                                + ",par_corr_unpaid,1054.00,USD,PAID,2026-06-01,FAILED,,The statement shows no debit.,user:u-1,");
        Document stored = service()
                .mongo()
                .getCollection("payouts")
                .find(new Document("_id", payout))
                .first();
        stored.remove("outbox");
        assertThat(stored.toJson()).as("reasons are encrypted").doesNotContain("shows no debit");
        String mine = "/api/outcome-corrections?partnerId=" + partner;
        assertThat(idsOf(mine + "&q=" + asked.json().path("id").asString())).hasSize(1);
        assertThat(idsOf(mine + "&status=CONFIRMED,DECLINED")).isEmpty();
        assertThat(idsOf(mine + "&from=2000-01-01&to=2000-12-31")).isEmpty();
        for (String samePerson : List.of(MAKER, asPerson("U-1"))) {
            Answer refused = service().post(correction + "/confirm", "", samePerson);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("Another person must");
        }

        JsonNode confirmed = confirm(correction, 200);
        assertThat(confirmed.path("state").asString()).isEqualTo("FAILED");
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("decidedBy").asString()).isEqualTo("user:u-2");
        confirm(correction, 200);
        assertBalances(partner, "1054.00", "0.00", "0.00");
        assertThat(waiting(payout)).isFalse();
        assertThat(idsOf(mine)).isEmpty();
        assertThat(idsOf(mine + "&status=CONFIRMED&sort=asked&order=desc")).hasSize(1);
        assertThat(service()
                        .get("/api/outcome-corrections/export?status=CONFIRMED&partnerId=" + partner)
                        .body())
                .contains(",CONFIRMED,user:u-2,");
        assertThat(service().get("/api/payouts/" + payout).json().has("paidOn")).isFalse();
        assertThat(service()
                        .request("GET", "/api/tax/1099-nec/2026", null, MAKER)
                        .body())
                .doesNotContain(partner);
        List<PublishedRecord> published = published(payout, 4);
        assertThat(published)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "commission.payout-approved.v1",
                        "commission.payout-paid.v1",
                        "commission.outcome-correction-requested.v1",
                        "commission.payout-failed.v1");
        published.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        assertThat(published.get(1).data().has("corrects")).isFalse();
        JsonNode requested = published.get(2).data();
        assertThat(requested.path("from").asString() + " to "
                        + requested.path("to").asString())
                .isEqualTo("PAID to FAILED");
        assertThat(requested.path("actor").asString()).isEqualTo("user:u-1");
        assertThat(published.get(3).data().path("corrects").asString()).isEqualTo("PAID");
        assertThat(published.get(3).data().path("reason").asString()).isEqualTo("The statement shows no debit.");

        String again = payoutsOf(planned("corr-unpaid-again", partner), partner)
                .get(0)
                .path("id")
                .asString();
        assertThat(ask(payout, TO_PAID, 409).body())
                .contains("Of the 1054.00 USD of this payout, only 0.00 USD can be booked as paid")
                .contains(again);
        verifyLedger();
    }

    @Test
    void an_outcome_can_be_corrected_back_and_forth_and_every_step_is_booked_once() {
        String partner = "par_corr_often";
        String payout = submitted("corr-often", partner);
        report(payout, FAILED, 200);
        assertBalances(partner, "1054.00", "0.00", "0.00");

        corrected(payout, TO_PAID);
        assertBalances(partner, "0.00", "1054.00", "0.00");
        report(payout, "{\"outcome\":\"RETURNED\",\"on\":\"2026-06-01\",\"reason\":\"Name differs.\"}", 200);
        assertBalances(partner, "1054.00", "0.00", "0.00");
        corrected(payout, TO_PAID);
        assertBalances(partner, "0.00", "1054.00", "0.00");
        corrected(payout, TO_FAILED);
        assertBalances(partner, "1054.00", "0.00", "0.00");

        JsonNode history = service()
                .get("/api/payouts/" + payout + "/outcome-corrections")
                .json()
                .path("items");
        assertThat(history.findValuesAsString("status")).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED");
        assertThat(history.findValues("from"))
                .extracting(from -> from.path("outcome").asString())
                .containsExactly("FAILED", "RETURNED", "PAID");
        JsonNode second = service()
                .get("/api/payouts/" + payout + "/outcome-corrections?limit=1&cursor="
                        + service()
                                .get("/api/payouts/" + payout + "/outcome-corrections?limit=1")
                                .json()
                                .path("next")
                                .asString())
                .json();
        assertThat(second.path("items").findValuesAsString("id"))
                .containsExactly(history.get(1).path("id").asString());
        assertThat(published(payout, 9))
                .filteredOn(record -> !record.type().equals("commission.outcome-correction-requested.v1"))
                .extracting(
                        record -> record.type() + record.data().path("corrects").asString(""))
                .containsExactly(
                        "commission.payout-approved.v1",
                        "commission.payout-failed.v1",
                        "commission.payout-paid.v1FAILED",
                        "commission.payout-returned.v1",
                        "commission.payout-paid.v1RETURNED",
                        "commission.payout-failed.v1PAID");
        verifyLedger();
    }

    @Test
    void another_day_of_payment_is_announced_with_the_day_before() {
        String payout = submitted("corr-day", "par_corr_day");
        Instant before = CLOCK.instant();
        CLOCK.moveTo(Instant.parse("2026-06-03T09:00:00Z"));
        try {
            report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-03\"}", 200);
            corrected(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-02\",\"reason\":\"The day of the statement.\"}");
        } finally {
            CLOCK.moveTo(before);
        }

        List<PublishedRecord> published = published(payout, 4);
        assertThat(published)
                .extracting(PublishedRecord::type)
                .endsWith("commission.outcome-correction-requested.v1", "commission.payout-day-corrected.v1");
        published.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        JsonNode day = published.get(3).data();
        assertThat(day.path("before").asString()).isEqualTo("2026-06-03");
        assertThat(day.path("paidOn").asString()).isEqualTo("2026-06-02");
        assertThat(day.path("actor").asString()).isEqualTo("user:u-2");
        assertThat(service().get("/api/payouts/" + payout).json().path("paidOn").asString())
                .isEqualTo("2026-06-02");
        assertBalances("par_corr_day", "0.00", "1054.00", "0.00");
    }

    @Test
    void what_was_refunded_since_the_payment_is_set_off_when_the_payment_turns_out_to_have_failed() {
        String partner = "par_corr_refund";
        String payout = submitted("corr-refund", partner);
        report(payout, PAID, 200);
        refund("corr-refund", "2635.00");
        assertBalances(partner, "0.00", "1054.00", "263.50");

        corrected(payout, TO_FAILED);

        assertBalances(partner, "790.50", "0.00", "0.00");
        corrected(payout, TO_PAID);
        assertBalances(partner, "0.00", "1054.00", "263.50");
        verifyLedger();
    }

    @Test
    void a_payout_that_failed_by_mistake_is_paid_even_if_its_money_was_set_off_in_between() {
        String partner = "par_corr_netted";
        String payout = submitted("corr-netted", partner);
        refund("corr-netted", "1054.00");
        report(payout, FAILED, 200);
        assertBalances(partner, "948.60", "0.00", "0.00");

        corrected(payout, TO_PAID);

        assertBalances(partner, "0.00", "1054.00", "105.40");
        verifyLedger();
    }

    @Test
    void a_correction_that_cannot_be_is_refused_with_the_reason() {
        String partner = "par_corr_refused";
        String payout = submitted("corr-refused", partner);
        assertThat(ask(payout, TO_FAILED, 409).body()).contains("This one is SUBMITTED");
        report(payout, PAID, 200);

        assertThat(ask(payout, TO_PAID, 409).body()).contains("PAID already");
        assertThat(ask(payout, "{\"outcome\":\"PAID\",\"reason\":\"Why.\"}", 400)
                        .body())
                .contains("\"on\"");
        assertThat(ask(payout, "{\"outcome\":\"FAILED\",\"on\":\"2026-06-01\",\"reason\":\"Why.\"}", 400)
                        .body())
                .contains("must be absent");
        assertThat(ask(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-02\",\"reason\":\"Why.\"}", 422)
                        .body())
                .contains("must not be in the future");
        assertThat(ask("pay_unknown", TO_PAID, 404).body()).contains("pay_unknown");
        String correction = ask(payout, TO_FAILED, 201).header("Location").orElseThrow();
        assertThat(ask(payout, "{\"outcome\":\"FAILED\",\"reason\":\"Another reason.\"}", 409)
                        .body())
                .contains("Another correction of this payout waits");
        assertThat(service()
                        .post(correction + "/decline", "{\"reason\":\"It was right.\"}", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .as("taken back by the person who asked")
                .isEqualTo("DECLINED");
        assertThat(service().post(correction + "/confirm", "", CHECKER).body()).contains("already DECLINED");
        assertBalances(partner, "0.00", "1054.00", "0.00");
    }

    @Test
    void a_payout_of_a_cancelled_batch_was_never_paid() {
        String partner = "par_corr_cancelled";
        payable(partner, "corr-cancelled");
        putPayee(partner);
        String batch = planned("corr-cancelled", partner);
        String payout = payoutsOf(batch, partner).get(0).path("id").asString();
        service().post(batch + "/approve", "", CHECKER);
        service().post(batch + "/cancel", "", MAKER);

        assertThat(ask(payout, TO_PAID, 409).body()).contains("cancelled and never sent");
    }

    private static Answer ask(String payout, String body, int status) {
        Answer answer = service().post("/api/payouts/" + payout + "/outcome-corrections", body, MAKER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static JsonNode confirm(String correction, int status) {
        Answer answer = service().post(correction + "/confirm", "", CHECKER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static void corrected(String payout, String body) {
        confirm(ask(payout, body, 201).header("Location").orElseThrow(), 200);
    }

    private static List<String> idsOf(String list) {
        return service()
                .get(list)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static boolean waiting(String payout) {
        return service()
                .get("/api/outcome-corrections?limit=200")
                .json()
                .path("items")
                .findValuesAsString("payoutId")
                .contains(payout);
    }

    /** Submits a batch with one deal of the partner, whose id is the batch's. */
    private static String submitted(String id, String partner) {
        payable(partner, id);
        putPayee(partner);
        String batch = planned(id, partner);
        String payout = payoutsOf(batch, partner).get(0).path("id").asString();
        service().post(batch + "/approve", "", CHECKER);
        assertThat(service().post(batch + "/submit", "", MAKER).status()).isEqualTo(200);
        return payout;
    }

    private static void refund(String deal, String amount) {
        Answer answer = service()
                .post(
                        "/api/refunds",
                        """
                        {"refundId":"r-%s","dealId":"%s","amount":{"amount":"%s","currency":"USD"},"on":"2026-05-02"}
                        """
                                .formatted(deal, deal, amount));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void assertBalances(String partner, String payable, String paid, String owed) {
        assertThat(List.of(balance(partner, "payable"), balance(partner, "paid"), balance(partner, "clawbackDue")))
                .containsExactly(payable, paid, owed);
    }
}
