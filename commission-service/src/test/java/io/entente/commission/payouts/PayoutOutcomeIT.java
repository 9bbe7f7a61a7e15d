package io.entente.commission.payouts;

import static io.entente.commission.payouts.RunningPayouts.CHECKER;
import static io.entente.commission.payouts.RunningPayouts.MAKER;
import static io.entente.commission.payouts.RunningPayouts.PAYEE;
import static io.entente.commission.payouts.RunningPayouts.balance;
import static io.entente.commission.payouts.RunningPayouts.onlyPayout;
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

import io.entente.commission.payouts.bank.Pain001Schema;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a payout from approval to the outcome that the bank reports. */
@ExtendWith(RunningPayouts.class)
class PayoutOutcomeIT {

    @Test
    void a_payout_is_planned_by_one_person_approved_by_another_submitted_once_and_published() throws Exception {
        String partner = "par_whole";
        Money payable = payable(partner, "whole-1");
        // The tax report adds up the payments to one taxpayer.
        putPayee(partner, PAYEE.replace("12-3456789", "12-3459012"));

        String batch = planned("whole", partner);
        String payout = onlyPayout(batch);
        for (String samePerson : List.of(MAKER, asPerson("U-1"))) {
            assertThat(service().post(batch + "/approve", "", samePerson).status())
                    .isEqualTo(409);
        }
        assertThat(service().request("GET", batch + "/pain001", null, MAKER).status())
                .as("a batch that is not approved has no file")
                .isEqualTo(409);
        assertThat(service()
                        .post(batch + "/approve", "", CHECKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        String file = service().request("GET", batch + "/pain001", null, MAKER).body();
        Pain001Schema.validate(file.getBytes(StandardCharsets.UTF_8));
        assertThat(file)
                .contains("<InstdAmt Ccy=\"USD\">" + payable.getAmount().toPlainString())
                .contains("000123456789");
        assertThat(service().request("GET", batch + "/pain001", null, CHECKER).body())
                .isEqualTo(file);
        assertThat(service().request("GET", batch + "/csv", null, MAKER).body()).contains("Harbour Pine LLC");

        assertThat(service()
                        .post(batch + "/submit", "", MAKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("SUBMITTED");
        assertThat(service().post(batch + "/submit", "", MAKER).status())
                .as("submitted again by the same person")
                .isEqualTo(200);
        assertThat(service().post(batch + "/submit", "", CHECKER).status())
                .as("submitted again by another person")
                .isEqualTo(409);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-02\"}", 422);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-05-31\"}", 422);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-01T10:00:00Z\"}", 400);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        report(payout, "{\"outcome\":\"PAID\",\"on\":\"2026-06-01\"}", 200);
        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"Closed.\"}", 409);

        assertThat(balance(partner, "paid")).isEqualTo(payable.getAmount().toPlainString());
        List<PublishedRecord> published = published(payout, 2);
        assertThat(published)
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-paid.v1");
        published.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        assertThat(published).extracting(PublishedRecord::sequence).containsExactly(1L, 2L);
        assertThat(service()
                        .request("GET", "/api/tax/1099-nec/2026", null, MAKER)
                        .body())
                .contains("2026,par_whole,Harbour Pine LLC,W9,****9012,US,USD,1");
        assertThat(service().get("/api/payouts?state=PAID&partnerId=" + partner).body())
                .contains(payout);
        assertThat(service()
                        .get("/api/payouts?state=FAILED&partnerId=" + partner)
                        .body())
                .doesNotContain(payout);
        String endToEndId = new PayoutId(payout).endToEndId();
        for (String q : List.of(endToEndId, "par_whole", payout)) {
            assertThat(service().get("/api/payouts?q=" + q).json().path("items").toString())
                    .as(q)
                    .contains(payout);
        }
        assertThat(service()
                        .get("/api/payouts?q=" + endToEndId + "&state=PAID&currency=USD&sort=amount&order=desc")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service()
                        .get("/api/payouts?q=" + endToEndId + "&state=PLANNED")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(service().get("/api/payouts?plannedTo=2026-03-31").json().path("items"))
                .isEmpty();
        assertThat(service()
                        .get("/api/payouts/export?state=PAID&q=" + endToEndId)
                        .body()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(payout + ",");
        assertThat(service()
                        .get("/api/payouts/export?from=2026-06-01&to=2026-06-01&state=PAID")
                        .status())
                .isEqualTo(400);
        String paid = "/api/payouts/export?from=2026-06-01&to=";
        assertThat(service().get(paid + "2026-06-01").body().lines().filter(line -> line.startsWith(payout + ",")))
                .singleElement()
                .asString()
                .contains(",par_whole,2026-06-01,", "Harbour Pine LLC", ",USD," + payable.getAmount() + ",")
                .doesNotContain("000123456789");
        assertThat(service().get(paid + "2026-05-31").status()).isEqualTo(400);

        assertThat(service()
                        .post("/api/payouts/" + payout + "/outcome", "{\"outcome\":\"RETURNED\"}", MAKER)
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactly("on", "reason");
        report(payout, "{\"outcome\":\"RETURNED\",\"on\":\"2026-06-01\",\"reason\":\"Name differs.\"}", 200);
        assertThat(service()
                        .request("GET", "/api/tax/1099-nec/2026", null, MAKER)
                        .body())
                .as("a returned payout was not paid")
                .doesNotContain("par_whole");
        assertThat(balance(partner, "payable")).isEqualTo(payable.getAmount().toPlainString());
        assertThat(onlyPayout(planned("whole-again", partner))).contains("whole-again");
        verifyLedger();
    }

    @Test
    void a_failed_payout_is_payable_again_but_a_payout_in_doubt_stays_claimed() {
        String partner = "par_failed";
        payable(partner, "failed-1");
        putPayee(partner);
        String batch = planned("failed-1", partner);
        String payout = onlyPayout(batch);
        service().post(batch + "/approve", "", CHECKER);
        service().post(batch + "/submit", "", MAKER);

        report(payout, "{\"outcome\":\"RECONCILE_REQUIRED\",\"reason\":\"No answer.\"}", 200);
        assertThat(payoutsOf(planned("failed-2", partner), partner))
                .as("still claimed")
                .isEmpty();
        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"The account is closed.\"}", 200);

        assertThat(payoutsOf(planned("failed-3", partner), partner)).hasSize(1);
        assertThat(published(payout, 2))
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-failed.v1");
        verifyLedger();
    }

    @Test
    void a_payout_that_was_not_submitted_cannot_fail_and_is_payable_again_when_its_batch_is_cancelled() {
        String partner = "par_given_up";
        payable(partner, "given-up-1");
        putPayee(partner);
        String batch = planned("given-up-1", partner);
        String payout = onlyPayout(batch);
        service().post(batch + "/approve", "", CHECKER);

        report(payout, "{\"outcome\":\"FAILED\",\"reason\":\"Closed.\"}", 409);
        assertThat(payoutsOf(planned("given-up-2", partner), partner))
                .as("still claimed")
                .isEmpty();
        assertThat(service().post(batch + "/cancel", "", MAKER).status()).isEqualTo(200);

        assertThat(service().request("GET", batch + "/pain001", null, MAKER).status())
                .isEqualTo(409);
        assertThat(service().post(batch + "/submit", "", MAKER).status()).isEqualTo(409);
        assertThat(published(payout, 2))
                .extracting(PublishedRecord::type)
                .containsExactly("commission.payout-approved.v1", "commission.payout-failed.v1");
        assertThat(payoutsOf(planned("given-up-3", partner), partner)).hasSize(1);
        verifyLedger();
    }
}
