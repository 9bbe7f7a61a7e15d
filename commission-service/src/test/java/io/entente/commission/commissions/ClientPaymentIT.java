package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.PATIENCE;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.closeDeal;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOfDeal;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.payment;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.publishProfile;
import static io.entente.commission.commissions.RunningCommissions.refund;
import static io.entente.commission.commissions.RunningCommissions.released;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the payments of a client do to a commission. */
@ExtendWith(RunningCommissions.class)
class ClientPaymentIT {

    @Test
    void a_payment_is_found_by_its_id_its_client_and_the_name_of_the_partner() {
        pay("early-7788", "found-1", "40.00");
        assertThat(found("unmatched=true&q=early-7788")).isEqualTo(1);
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        "par_found",
                        2,
                        "par_found",
                        """
                        {"partnerId":"par_found","tier":"STRATEGIC","model":"REFERRAL","version":2,"name":"Quittenbaum & Söhne",
                         "locale":"de"}
                        """);
        publishDeal("par_found", "found-1", "", "");
        String commission = commissionOf("found-1");
        pay("late-7789", "found-1", "50.00");
        awaitStatus(commission, "PAYABLE");

        Awaitility.await().atMost(PATIENCE).until(() -> found("q=quittenbaum") == 2);
        assertThat(found("q=soehne&partnerId=par_found")).isEqualTo(2);
        assertThat(found("q=7788")).isEqualTo(1);
        assertThat(found("q=early-7788&unmatched=true")).isZero();
        assertThat(found("q=brightwater&dealId=found-1&from=2026-04-02")).isEqualTo(2);
        assertThat(found("q=quittenbaum&partnerId=par_paid")).isZero();
        assertThat(service()
                        .get("/api/client-payments/export?q=quittenbaum")
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(service().get("/api/refunds?q=quittenbaum").json().path("items"))
                .isEmpty();
    }

    private static int found(String query) {
        return service()
                .get("/api/client-payments?" + query)
                .json()
                .path("items")
                .size();
    }

    @Test
    void instalments_become_payable_and_every_step_is_published_without_gaps() {
        String commission = closeDeal("par_paid", "paid-1");
        pay("paid-1-a", "paid-1", "333.33");
        pay("paid-1-b", "paid-1", "333.33");
        Answer third = pay("paid-1-c", "paid-1", "333.34");
        Answer again = pay("paid-1-c", "paid-1", "333.34");

        assertThat(third.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(third.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        awaitStatus(commission, "PAYABLE");
        Awaitility.await().atMost(PATIENCE).until(() -> service()
                .get("/api/balances/par_paid")
                .body()
                .contains("\"accrued\":\"0.00\",\"payable\":\"100.00\""));
        List<PublishedRecord> events = service().awaitRecords("commission.events", all -> released(commission, all)
                .equals("100.00"));
        List<PublishedRecord> own = eventsOf(commission, events);
        assertThat(own)
                .extracting(PublishedRecord::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, own.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        own.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        JsonNode detail = service().get("/api/commissions/" + commission).json();
        assertThat(detail.path("changes").get(0).path("kind").asString()).isEqualTo("SCHEDULED");
        assertThat(detail.path("changes").get(0).path("explanation").toString()).contains("333.33 USD", "paid-1-a");
    }

    @Test
    void an_invalid_payment_is_refused_with_an_error_for_each_field_and_its_id_is_used_once() {
        closeDeal("par_bad", "bad-1");
        pay("bad-1-a", "bad-1", "10.00");

        assertThat(service()
                        .post(
                                "/api/client-payments",
                                "{\"paymentId\":\"a b\",\"amount\":{\"amount\":\"x\",\"currency\":\"USD\"}}")
                        .body())
                .contains("\"paymentId\"", "\"dealId\"", "\"amount.amount\"", "\"paidOn\"");
        assertThat(service()
                        .post(
                                "/api/client-payments",
                                "{\"paymentId\":\"bad-1-far\",\"dealId\":\"bad-1\",\"paidOn\":\"+999999999-12-31\","
                                        + "\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                        .body())
                .contains("\"paidOn\"", "must be a date such as");
        assertThat(pay("bad-1-a", "bad-1", "11.00").status()).isEqualTo(422);
        assertThat(service()
                        .post(
                                "/api/client-payments",
                                payment("bad-1-b", "bad-1", "10.00").replace("USD", "EUR"))
                        .body())
                .contains("amount.currency", "USD");
        assertThat(service()
                        .get("/api/client-payments/bad-1-a")
                        .json()
                        .path("dealId")
                        .asString())
                .isEqualTo("bad-1");
        assertThat(service().get("/api/client-payments/nobody").status()).isEqualTo(404);
    }

    @Test
    void repeating_a_payment_that_was_voided_is_refused_because_it_does_not_count() {
        String body =
                """
                {"paymentId":"voided-again","dealId":"voided-again-deal","paidOn":"2026-05-01",
                 "amount":{"amount":"120.00","currency":"USD"}}
                """;
        assertThat(service().post("/api/client-payments", body, MAKER).status()).isEqualTo(201);
        assertThat(service()
                        .post("/api/client-payments/voided-again/void", "{\"reason\":\"Entered twice.\"}", MAKER)
                        .status())
                .isEqualTo(200);

        Answer again = service().post("/api/client-payments", body, MAKER);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("Payment voided-again was voided").contains("Entered twice.");
    }

    @Test
    void every_payment_of_a_retainer_earns_a_commission() {
        publishProfile("par_retained");
        publishDeal("par_retained", "retained-1", "", ",\"engagement\":{\"kind\":\"RETAINER\"}");
        service().awaitRecords("commission.events", all -> !eventsOfDeal("retained-1", all)
                .isEmpty());
        pay("retained-1-a", "retained-1", "200.00");
        pay("retained-1-b", "retained-1", "200.00");
        refund("retained-1-r", "retained-1", "100.00");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> service().get("/api/balances/par_retained").body().contains("\"payable\":\"30.00\""));
        assertThat(service()
                        .get("/api/commissions?partnerId=par_retained")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }
}
