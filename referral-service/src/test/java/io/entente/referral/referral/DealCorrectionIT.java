package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.DEAL;
import static io.entente.referral.referral.RunningReferrals.accepted;
import static io.entente.referral.referral.RunningReferrals.close;
import static io.entente.referral.referral.RunningReferrals.eventsOf;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Deals that were entered wrongly are corrected, and retainers are ended. */
@ExtendWith(RunningReferrals.class)
class DealCorrectionIT {

    private static final String TYPO = "\"reason\":\"A typing error\"";
    private static final String RETAINER =
            """
            {"dealId":"%s","amount":{"amount":"1200","currency":"USD"},"closedOn":"2026-03-01",
             "engagement":{"kind":"RETAINER","startsOn":"2026-03-01"}}""";

    @Test
    void a_correction_changes_the_named_details_and_publishes_the_whole_deal() {
        String id = accepted();
        String deal = closed(id, DEAL);

        Answer corrected = correct(
                id,
                deal,
                """
                {"amount":{"amount":"1540","currency":"USD"},"closedOn":"2026-02-27","service":"Cloud",
                 "engagement":{"kind":"PROJECT","startsOn":"2026-03-02","endsOn":"2026-06-30"},
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_network","role":"CO_SELLER","share":"0.4"}],%s}"""
                        .formatted(TYPO));

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        JsonNode shown = corrected.json();
        assertThat(shown.path("amount").path("amount").asString()).isEqualTo("1540.00");
        assertThat(shown.path("closedOn").asString()).isEqualTo("2026-02-27");
        assertThat(shown.path("service").asString()).isEqualTo("Cloud");
        assertThat(shown.path("version").asInt()).isEqualTo(2);
        assertThat(shown.path("corrections").get(0).path("changed").toString())
                .isEqualTo("[\"amount\",\"closedOn\",\"service\",\"engagement\",\"credit\"]");
        assertThat(service().get(path(id, deal)).json()).isEqualTo(shown);
        PublishedRecord event = correctionsOf(id, 1).get(0);
        Contracts.assertMatches(event.type(), event.text());
        assertThat(event.subject()).isEqualTo(deal);
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.key()).isEqualTo("par_active");
        JsonNode data = event.data();
        assertThat(data.path("amount").path("amount").asString()).isEqualTo("1540.00");
        assertThat(data.path("before").path("amount").path("amount").asString()).isEqualTo("1054.00");
        assertThat(data.path("before").path("closedOn").asString()).isEqualTo("2026-03-01");
        assertThat(data.path("before").path("service").asString()).isEqualTo("Data platform");
        assertThat(data.path("service").asString()).isEqualTo("Cloud");
        assertThat(data.path("number").asInt()).isEqualTo(1);
        assertThat(data.path("kind").asString()).isEqualTo("CORRECTION");
        assertThat(data.path("reason").asString()).isEqualTo("A typing error");
        assertThat(timeline(id)).contains("deal-closed USD 1054.00", "deal-corrected ");
    }

    @Test
    void a_correction_that_changes_nothing_writes_nothing() {
        String id = accepted();
        String deal = closed(id, DEAL);
        String body = "{\"amount\":{\"amount\":\"900.00\",\"currency\":\"USD\"},%s}".formatted(TYPO);
        correct(id, deal, body);

        Answer again = correct(id, deal, body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json().path("version").asInt()).isEqualTo(2);
        assertThat(again.json().path("corrections")).hasSize(1);
    }

    @Test
    void a_correction_that_is_repeated_under_its_key_is_not_made_again() {
        String id = accepted();
        String deal = closed(id, DEAL);
        String first = "{\"amount\":{\"amount\":\"900\",\"currency\":\"USD\"},%s}".formatted(TYPO);
        correct(id, deal, first, "Idempotency-Key: c1");
        correct(id, deal, first.replace("900", "950"), "Idempotency-Key: c2");

        Answer again = correct(id, deal, first, "Idempotency-Key: c1", "If-Match: \"1\"");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.json().path("amount").path("amount").asString()).isEqualTo("950.00");
        assertThat(fields(correct(id, deal, first.replace("900", "901"), "Idempotency-Key: c1")))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void a_correction_of_another_version_is_refused() {
        String id = accepted();
        String deal = closed(id, DEAL);
        String body = "{\"closedOn\":\"2026-02-01\",%s}".formatted(TYPO);

        assertThat(correct(id, deal, body, "If-Match: \"7\"").status()).isEqualTo(412);
        assertThat(correct(id, deal, body, "If-Match: \"1\"").status()).isEqualTo(200);
    }

    @Test
    void every_field_of_a_correction_is_checked_as_at_the_closing() {
        String id = accepted();
        String deal = closed(id, DEAL);

        Answer malformed = correct(
                id,
                deal,
                """
                {"amount":{"amount":"0","currency":"USD"},"closedOn":"yesterday","service":" ",
                 "engagement":{"kind":"PROJECT","startsOn":"2026-02-01","endsOn":"2026-01-01"},
                 "credit":[{"partnerId":"par_active","role":"ORIGINATOR","share":"0.6"},
                           {"partnerId":"par_network","role":"CO_SELLER","share":"0.5"}]}""");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(fields(malformed))
                .containsExactlyInAnyOrder(
                        "amount.amount", "closedOn", "service", "engagement.endsOn", "credit", "reason");

        Answer refused = correct(
                id,
                deal,
                """
                {"amount":{"amount":"5","currency":"EUR"},"closedOn":"%s","engagement":{"kind":"RETAINER"},
                 "credit":[{"partnerId":"par_nobody","role":"ORIGINATOR","share":"1"}],%s}"""
                        .formatted(LocalDate.now().plusDays(3), TYPO));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused))
                .containsExactly("amount.currency", "engagement.kind", "closedOn", "credit[0].partnerId");
        assertThat(fields(correct(id, deal, "{" + TYPO + "}"))).containsExactly("amount");
        assertThat(correct(id, deal, "{\"partnerId\":\"par_b\"," + TYPO + "}").status())
                .isEqualTo(400);
        assertThat(correct(id, "unknown", "{\"service\":\"Cloud\"," + TYPO + "}")
                        .status())
                .isEqualTo(404);
        assertThat(correct(accepted(), deal, "{\"service\":\"Cloud\"," + TYPO + "}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_reversed_deal_is_not_corrected_and_its_id_is_not_used_again() {
        String id = accepted();
        String other = accepted();
        String deal = closed(id, DEAL);
        post(id, "reverse-deal", "{\"dealId\":\"%s\",\"reason\":\"Twice\"}".formatted(deal));

        Answer corrected = correct(id, deal, "{\"service\":\"Cloud\"," + TYPO + "}");
        assertThat(corrected.status()).isEqualTo(409);
        assertThat(corrected.body()).contains("was reversed on", "under another id");
        for (Answer posted : List.of(
                close(id, DEAL.formatted(deal)),
                close(id, DEAL.formatted(deal).replace("1054", "1055")),
                close(other, DEAL.formatted(deal)))) {
            assertThat(posted.status()).as(posted.body()).isEqualTo(409);
            assertThat(posted.body()).contains(deal, "was reversed on", "under another id");
        }
        assertThat(closed(id, DEAL)).isNotEqualTo(deal);
    }

    @Test
    void a_repeated_closing_gets_its_first_answer_after_a_correction() {
        String id = accepted();
        String deal = "first-answer-" + id;
        Answer first = close(id, DEAL.formatted(deal));
        correct(id, deal, "{\"closedOn\":\"2026-02-01\"," + TYPO + "}");

        Answer again = close(id, DEAL.formatted(deal));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void a_retainer_ends_on_a_day_that_may_be_changed() {
        String id = accepted();
        String deal = closed(id, RETAINER);

        Answer ended = end(id, deal, "{\"on\":\"2026-12-31\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(ended.json().path("engagement").path("endsOn").asString()).isEqualTo("2026-12-31");
        assertThat(end(id, deal, "{\"on\":\"2026-12-31\"}").json()).isEqualTo(ended.json());
        end(id, deal, "{\"on\":\"2026-06-30\",\"reason\":\"The client ended it early\"}");

        List<PublishedRecord> events = correctionsOf(id, 2);
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events)
                .extracting(event -> event.data().path("kind").asString() + " "
                        + event.data().path("engagement").path("endsOn").asString())
                .containsExactly("ENGAGEMENT_ENDED 2026-12-31", "ENGAGEMENT_ENDED 2026-06-30");
        assertThat(fields(end(id, deal, "{\"on\":\"2026-02-28\"}"))).containsExactly("on");
        assertThat(fields(end(id, deal, "{}"))).containsExactly("on");
        assertThat(end(id, closed(id, DEAL), "{\"on\":\"2026-12-31\"}").status())
                .isEqualTo(409);
    }

    private static String closed(String id, String deal) {
        String dealId = "deal-" + System.nanoTime() + "-" + id;
        Answer answer = close(id, deal.formatted(dealId));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return dealId;
    }

    private static String path(String id, String deal) {
        return "/api/referrals/" + id + "/deals/" + deal;
    }

    private static Answer correct(String id, String deal, String body, String... headers) {
        return service().post(path(id, deal) + "/correct", body, headers);
    }

    private static Answer end(String id, String deal, String body) {
        return service().post(path(id, deal) + "/end-engagement", body);
    }

    private static List<PublishedRecord> correctionsOf(String id, int count) {
        return eventsOf(id, 3 + count).stream()
                .filter(event -> event.type().equals("referral.deal-corrected.v1"))
                .toList();
    }

    private static List<String> timeline(String id) {
        List<String> entries = new ArrayList<>();
        service()
                .get("/api/referrals/" + id + "/timeline")
                .json()
                .path("items")
                .forEach(item -> entries.add(item.path("what").asString() + " "
                        + item.path("details").path("amount").asString()));
        return entries;
    }
}
