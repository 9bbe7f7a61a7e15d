package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.DEAL;
import static io.entente.referral.referral.RunningReferrals.accepted;
import static io.entente.referral.referral.RunningReferrals.close;
import static io.entente.referral.referral.RunningReferrals.dueAfter;
import static io.entente.referral.referral.RunningReferrals.eventsOf;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.referralOf;
import static io.entente.referral.referral.RunningReferrals.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The deals of a referral over HTTP. */
@ExtendWith(RunningReferrals.class)
class DealClosingIT {

    @Test
    void a_submitted_referral_is_accepted_and_closes_two_deals() {
        Answer submitted = service().post("/api/referrals", referralOf("par_active"));
        assertThat(submitted.status()).isEqualTo(201);
        String id = submitted.json().path("id").asString();
        assertThat(submitted.header("Location")).contains("/api/referrals/" + id);
        assertThat(submitted.json().path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(dueAfter(submitted)).isEqualTo(Duration.ofHours(24));

        Answer accepted = service().post("/api/referrals/" + id + "/accept", "", "If-Match: \"1\"");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(service().post("/api/referrals/" + id + "/accept", "").json())
                .isEqualTo(accepted.json());

        assertThat(close(id, DEAL.formatted("first-" + id)).status()).isEqualTo(201);
        assertThat(close(id, DEAL.formatted("second-" + id)).status()).isEqualTo(201);

        JsonNode now = service().get("/api/referrals/" + id).json();
        assertThat(now.path("status").asString()).isEqualTo("WON");
        assertThat(now.path("version").asInt()).isEqualTo(3);
        assertThat(now.path("deals")).hasSize(2);
        List<PublishedRecord> events = eventsOf(id, 4);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactlyInAnyOrder(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.deal-closed.v1",
                        "referral.deal-closed.v1");
        assertThat(events)
                .extracting(event -> event.subject() + " " + event.sequence())
                .containsExactlyInAnyOrder(id + " 1", id + " 2", "first-" + id + " 1", "second-" + id + " 1");
        assertThat(events).extracting(PublishedRecord::key).containsOnly("par_active");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events)
                .noneMatch(
                        event -> event.text().contains("Aisyah") || event.text().contains("+60"));
    }

    @Test
    void a_repeated_deal_gets_the_first_answer_and_is_refused_if_its_body_differs() {
        String id = accepted();
        String dealId = "once-" + id;
        Answer first = close(id, DEAL.formatted(dealId));
        close(id, DEAL.formatted("later-" + id));

        Answer again = close(id, DEAL.formatted(dealId));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = close(id, DEAL.formatted(dealId).replace("1054", "1055"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("dealId");
        assertThat(service().get("/api/referrals/" + id).json().path("deals")).hasSize(2);
    }

    @Test
    void a_deal_id_of_another_referral_is_refused() {
        String holder = accepted();
        String other = accepted();
        close(holder, DEAL.formatted("taken-" + holder));

        Answer refused = close(other, DEAL.formatted("taken-" + holder));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("dealId");
        assertThat(refused.body()).contains(holder);
        assertThat(service().get("/api/referrals/" + other).json().path("deals"))
                .isEmpty();
    }

    @Test
    void a_claim_without_a_deal_does_not_stop_the_referral_that_holds_it() {
        String id = accepted();
        // An earlier version of the service could crash after it had claimed the id and before it stored the deal.
        service()
                .mongo()
                .insert(
                        new Document("_id", "crashed-" + id)
                                .append("referralId", id)
                                .append("dealId", "crashed-" + id),
                        "deals");

        assertThat(close(id, DEAL.formatted("crashed-" + id)).status()).isEqualTo(201);
    }

    @Test
    void only_one_of_several_referrals_that_claim_a_deal_id_at_once_gets_it() throws Exception {
        List<String> referrals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            referrals.add(accepted());
        }
        List<Callable<Answer>> claims = referrals.stream()
                .map(id -> (Callable<Answer>) () -> close(id, DEAL.formatted("contested")))
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(claims.size());
        List<Integer> answers = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(claims)) {
            answers.add(answer.get().status());
        }
        callers.shutdown();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 422);
    }

    @Test
    void a_deal_that_is_sent_many_times_at_once_is_closed_once() throws Exception {
        String id = accepted();
        Callable<Answer> send = () -> close(id, DEAL.formatted("racing-" + id));
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<JsonNode> answers = new ArrayList<>();
        for (Future<Answer> answer : callers.invokeAll(List.of(send, send, send, send, send, send))) {
            assertThat(answer.get().status()).isEqualTo(201);
            answers.add(answer.get().json());
        }
        callers.shutdown();

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(eventsOf(id, 3)).hasSize(3);
        assertThat(service().get("/api/referrals/" + id).json().path("deals")).hasSize(1);
    }

    @Test
    void a_deal_without_an_id_is_identified_by_its_idempotency_key() {
        String id = accepted();
        String body = "{\"amount\":{\"amount\":\"5\",\"currency\":\"USD\"},\"closedOn\":\"2026-03-01\"}";
        Answer first = close(id, body, "Idempotency-Key: k");

        assertThat(close(id, body, "Idempotency-Key: k").json()).isEqualTo(first.json());
        assertThat(fields(close(id, body.replace("5", "6"), "Idempotency-Key: k")))
                .containsExactly("Idempotency-Key");
        assertThat(fields(close(id, DEAL.formatted("named-" + id), "Idempotency-Key: k")))
                .containsExactly("Idempotency-Key");
        assertThat(close(id, body).json().path("dealId"))
                .isNotEqualTo(first.json().path("dealId"));
        assertThat(close(accepted(), body, "Idempotency-Key: k").status()).isEqualTo(201);
        assertThat(service().get("/api/referrals/" + id).json().path("deals")).hasSize(2);
    }

    @Test
    void an_invalid_deal_is_refused_with_an_error_for_each_field() {
        String id = accepted();
        Answer malformed = close(
                id,
                """
                {"dealId":"no spaces","amount":{"amount":"0","currency":"USD"},"closedOn":"yesterday",
                 "engagement":{"kind":"PROJECT","startsOn":"2026-02-01","endsOn":"2026-01-01"},
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_network","role":"CO_SELLER","share":"0.5"}]}""");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(fields(malformed))
                .containsExactlyInAnyOrder("dealId", "amount.amount", "closedOn", "engagement.endsOn", "credit");

        Answer refused = close(
                id,
                """
                {"amount":{"amount":"1","currency":"USD"},"closedOn":"%s",
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_nobody","role":"CO_SELLER","share":"0.4"}]}"""
                        .formatted(LocalDate.now().plusDays(3)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).containsExactly("closedOn", "credit[1].partnerId");
    }
}
