package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.AS_PARTNER;
import static io.entente.referral.referral.RunningReferrals.DEAL_WITH_SHARE;
import static io.entente.referral.referral.RunningReferrals.accepted;
import static io.entente.referral.referral.RunningReferrals.eventsAbout;
import static io.entente.referral.referral.RunningReferrals.expect;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.inDays;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.referral;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.referral.referral.RunningReferrals.submitted;
import static io.entente.referral.referral.RunningReferrals.texts;
import static io.entente.referral.referral.RunningReferrals.untilAccepted;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Actor;
import io.entente.referral.protection.ExpireReferral;
import io.entente.referral.referral.ReferralCommandHandler.Answer.Done;
import io.entente.referral.referral.ReferralCommandHandler.Answer.Refused;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A referral from submission to its end over HTTP, and the events that the service publishes on the way. */
@ExtendWith(RunningReferrals.class)
class ReferralStagesIT {

    @Test
    void a_referral_goes_through_every_stage_and_publishes_each() {
        String id = submitted("INBOUND", "\"consent\":{\"feeDisclosed\":true,\"clientAgrees\":false},");
        expect("UNDER_REVIEW", post(id, "review", "", AS_FIRM));
        expect(
                "ACTION_REQUIRED",
                post(id, "request-information", "{\"questions\":[\"Who owns the budget?\"]}", AS_FIRM));
        expect("UNDER_REVIEW", post(id, "provide-information", "{\"answers\":[\"Aisyah Secret\"]}", AS_PARTNER));
        expect("ACCEPTED", post(id, "accept", "", AS_FIRM));
        expect("CONTACTED", post(id, "contact", "{\"contactedOn\":\"2026-03-02\"}", AS_FIRM));
        expect("MEETING_HELD", post(id, "meeting", "{\"heldOn\":\"2026-03-03\"}", AS_FIRM));
        expect(
                "PROPOSAL_SENT",
                post(
                        id,
                        "proposal",
                        "{\"sentOn\":\"2026-03-04\",\"amount\":{\"amount\":\"1054\",\"currency\":\"USD\"}}",
                        AS_FIRM));
        String wish = "{\"until\":\"%s\",\"reason\":\"Aisyah Secret decides in July\"}";
        assertThat(fields(post(id, "request-extension", wish.formatted(inDays(1)), AS_PARTNER)))
                .containsExactly("until");
        expect("PROPOSAL_SENT", post(id, "request-extension", wish.formatted(inDays(120)), AS_PARTNER));
        assertThat(service()
                        .get("/api/referrals/" + id)
                        .json()
                        .path("extensionAsked")
                        .path("reason")
                        .asString())
                .isEqualTo("Aisyah Secret decides in July");
        expect("PROPOSAL_SENT", post(id, "refuse-extension", "{\"reason\":\"Until June at most\"}", AS_FIRM));
        expect("PROPOSAL_SENT", post(id, "extend-protection", "{\"until\":\"" + inDays(120) + "\"}", AS_FIRM));
        expect("PROPOSAL_SENT", post(id, "consent", "{\"feeDisclosed\":true,\"clientAgrees\":true}", AS_FIRM));
        assertThat(post(id, "deals", DEAL_WITH_SHARE.formatted("deal-" + id), AS_FIRM)
                        .status())
                .isEqualTo(201);
        expect("WON", post(id, "satisfaction", "{\"rating\":10,\"comment\":\"Ask Aisyah Secret\"}", AS_FIRM));
        String reversal = "{\"dealId\":\"deal-%s\",\"reasonCode\":\"REFUNDED\"}".formatted(id);
        expect("PROPOSAL_SENT", post(id, "reverse-deal", reversal, AS_FIRM));
        expect("PROPOSAL_SENT", post(id, "reverse-deal", reversal, AS_FIRM));

        List<PublishedRecord> events = eventsAbout(id, 14);
        assertThat(events)
                .extracting(PublishedRecord::type)
                .containsExactly(
                        "referral.referral-submitted.v1",
                        "referral.review-started.v1",
                        "referral.information-requested.v1",
                        "referral.information-provided.v1",
                        "referral.referral-accepted.v1",
                        "referral.client-contacted.v1",
                        "referral.meeting-held.v1",
                        "referral.proposal-sent.v1",
                        "referral.extension-requested.v1",
                        "referral.extension-refused.v1",
                        "referral.protection-extended.v1",
                        "referral.consent-recorded.v1",
                        "referral.satisfaction-rated.v1",
                        "referral.referral-resumed.v1");
        List<PublishedRecord> ofDeal = eventsAbout("deal-" + id, 2);
        assertThat(ofDeal)
                .extracting(PublishedRecord::type)
                .containsExactly("referral.deal-closed.v1", "referral.deal-reversed.v1");
        assertThat(ofDeal).extracting(PublishedRecord::sequence).containsExactly(1L, 2L);
        ofDeal.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));
        assertThat(events).noneMatch(event -> event.text().contains("Aisyah"));
        assertThat(events.get(3).data().path("actor").asString()).isEqualTo("partner:par_a/usr-of-par_a");
        JsonNode deal = ofDeal.get(0).data();
        assertThat(deal.path("revenueShare").asString()).isEqualTo("0.40");
        assertThat(deal.path("consent").path("clientAgrees").asBoolean()).isTrue();
        assertThat(deal.path("direction").asString()).isEqualTo("INBOUND");
        assertThat(deal.path("client").path("country").asString()).isEqualTo("MY");
        assertThat(ofDeal.get(1).data().path("reason").asString()).isEqualTo("The client was refunded");
        JsonNode now = service().get("/api/referrals/" + id).json();
        assertThat(now.path("deals").get(0).path("reversal").path("reason").asString())
                .isEqualTo("The client was refunded");
        assertThat(now.path("inquiries").get(0).path("answers").get(0).asString())
                .isEqualTo("Aisyah Secret");
    }

    @Test
    void a_partner_accepts_and_wins_a_client_that_the_firm_refers() {
        String id = submitted("OUTBOUND", "");
        assertThat(post(id, "withdraw", "", AS_PARTNER).status()).isEqualTo(409);
        expect("ACCEPTED", post(id, "accept", "", AS_PARTNER));
        expect("CONTACTED", post(id, "contact", "", AS_PARTNER));
        expect("MEETING_HELD", post(id, "meeting", "{\"heldOn\":\"2026-03-03\"}", AS_PARTNER));
        for (String other : List.of("par_active", "par_nobody")) {
            Answer refused = post(
                    id,
                    "deals",
                    """
                    {"dealId":"of-others","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01",
                     "credit":[{"partnerId":"%s","role":"CO_SELLER","share":"1"}]}"""
                            .formatted(other),
                    AS_PARTNER);
            assertThat(refused.status()).as(other).isEqualTo(422);
            assertThat(refused.json().path("errors").toString())
                    .isEqualTo(
                            "[{\"field\":\"credit[0].partnerId\",\"message\":\"must be a partner of the program\"}]");
        }
        String other = accepted();
        String taken = DEAL_WITH_SHARE.formatted("taken-by-another-referral");
        assertThat(post(other, "deals", taken, AS_FIRM).status()).isEqualTo(201);
        Answer refused = post(id, "deals", taken, AS_PARTNER);
        assertThat(fields(refused)).as(refused.body()).containsExactly("dealId");
        assertThat(refused.json().path("errors").toString())
                .contains("is the id of another deal; choose another one")
                .doesNotContain(other);
        assertThat(post(id, "deals", taken, AS_FIRM).body()).contains("is already a deal of referral " + other);
        assertThat(post(id, "deals", DEAL_WITH_SHARE.formatted("deal-" + id), AS_PARTNER)
                        .status())
                .isEqualTo(201);

        assertThat(eventsAbout(id, 4))
                .allMatch(event -> event.data().path("direction").asString().equals("OUTBOUND"));
        PublishedRecord closed = eventsAbout("deal-" + id, 1).get(0);
        assertThat(closed.data().path("direction").asString()).isEqualTo("OUTBOUND");
        assertThat(closed.data().path("actor").asString()).isEqualTo("partner:par_a/usr-of-par_a");
        assertThat(fields(service().post("/api/referrals", referral("OUTBOUND", ""), AS_PARTNER)))
                .containsExactly("direction");
        assertThat(fields(service().post("/api/referrals", referral("INBOUND", ""), asPartner("par_b"))))
                .containsExactly("partnerId");
    }

    @Test
    void an_invalid_command_is_refused_with_an_error_for_each_field() {
        String id = submitted("INBOUND", "");
        assertThat(fields(post(
                        id,
                        "request-information",
                        "{\"questions\":[\" \"],\"answerDueAt\":\"soon\",\"x\":1}",
                        AS_FIRM)))
                .containsExactlyInAnyOrder("questions[0]", "answerDueAt", "x");
        assertThat(fields(post(id, "consent", "{\"feeDisclosed\":\"perhaps\"}", AS_FIRM)))
                .containsExactlyInAnyOrder("feeDisclosed", "clientAgrees");
        String question = "{\"questions\":[\"When?\"],\"answerDueAt\":\"%s\"}";
        assertThat(fields(post(id, "request-information", question.formatted("9999-01-01T00:00:00Z"), AS_FIRM)))
                .containsExactly("answerDueAt");
        assertThat(fields(post(id, "request-information", question.formatted(inDays(367)), AS_FIRM)))
                .containsExactly("answerDueAt");
        post(id, "request-information", "{\"questions\":[\"One?\",\"Two?\"]}", AS_FIRM);
        assertThat(fields(post(id, "provide-information", "{\"answers\":[\"One\"]}", AS_PARTNER)))
                .containsExactly("answers");
        post(id, "provide-information", "{\"answers\":[\"One\",\"Two\"]}", AS_PARTNER);
        post(id, "accept", "", AS_FIRM);
        assertThat(fields(post(id, "meeting", "{\"heldOn\":\"2999-01-01\"}", AS_FIRM)))
                .containsExactly("heldOn");
        assertThat(fields(post(id, "proposal", "{\"sentOn\":\"2999-01-01\"}", AS_FIRM)))
                .containsExactly("sentOn");
        assertThat(fields(post(id, "extend-protection", "{\"until\":\"" + inDays(500) + "\"}", AS_FIRM)))
                .containsExactly("until");
        assertThat(fields(post(id, "contact", "{\"contactedOn\":\"1802-05-06\"}", AS_FIRM)))
                .containsExactly("contactedOn");
        assertThat(post(id, "meeting", "{\"heldOn\":\"0201-01-01\"}", AS_FIRM).body())
                .contains("heldOn", "must be from 1990-01-01 to 2100-12-31");
        assertThat(fields(post(id, "proposal", "{\"sentOn\":\"1989-12-31\"}", AS_FIRM)))
                .containsExactly("sentOn");
        String engagement =
                """
                {"dealId":"d3","amount":{"amount":"10","currency":"USD"},"closedOn":"2026-01-05",
                 "engagement":{"kind":"RETAINER","startsOn":"0026-01-05","endsOn":"9999-12-31"}}""";
        assertThat(fields(post(id, "deals", engagement, AS_FIRM)))
                .containsExactlyInAnyOrder("engagement.startsOn", "engagement.endsOn");
        post(id, "deals", DEAL_WITH_SHARE.formatted("deal-" + id), AS_FIRM);
        assertThat(fields(post(id, "reverse-deal", "{\"dealId\":\"nope\",\"reason\":\"x\"}", AS_FIRM)))
                .containsExactly("dealId");
        assertThat(fields(post(id, "satisfaction", "{\"rating\":11}", AS_FIRM))).containsExactly("rating");
        assertThat(fields(post(id, "deals", DEAL_WITH_SHARE.formatted("d2").replace("0.40", "40"), AS_FIRM)))
                .containsExactly("revenueShare");
    }

    @Test
    void expired_protection_ends_the_referral_once() {
        ReferralId id = new ReferralId(submitted("INBOUND", ""));
        post(id.value(), "accept", "", AS_FIRM);
        ReferralCommandHandler commands = service().context().getBean(ReferralCommandHandler.class);

        assertThat(commands.handle(id, new ExpireReferral(Instant.now()), Actor.SYSTEM, anyVersion -> {}))
                .containsInstanceOf(Refused.class);

        Occurrence later = new Occurrence(Instant.now().plus(Duration.ofDays(91)), Actor.SYSTEM, Origin.LIVE);
        ExpireReferral command = new ExpireReferral(later.at());
        assertThat(commands.handle(id, command, later, anyVersion -> {}))
                .map(Done.class::cast)
                .map(Done::again)
                .contains(false);
        assertThat(commands.handle(id, command, later, anyVersion -> {}))
                .map(Done.class::cast)
                .map(Done::again)
                .contains(true);
        assertThat(eventsAbout(id.value(), 3))
                .extracting(PublishedRecord::type)
                .endsWith("referral.referral-expired.v1");
    }

    @Test
    void concurrent_changes_of_one_referral_lose_nothing() throws Exception {
        String id = submitted("INBOUND", "");
        post(id, "accept", "", AS_FIRM);
        List<Callable<Answer>> commands = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String n = Integer.toString(i);
            commands.add(() -> untilAccepted(id, "notes", "{\"text\":\"Note " + n + "\"}", "Idempotency-Key: k" + n));
            commands.add(() -> untilAccepted(id, "deals", DEAL_WITH_SHARE.formatted("deal-" + n + "-" + id), AS_FIRM));
        }
        ExecutorService callers = Executors.newFixedThreadPool(8);
        for (Future<Answer> answer : callers.invokeAll(commands)) {
            assertThat(answer.get().status()).isEqualTo(201);
        }
        callers.shutdown();

        JsonNode now = service().get("/api/referrals/" + id).json();
        // The referral was submitted, accepted and won, which are three versions. Each note adds one; deals are stored
        // elsewhere.
        assertThat(now.path("version").asInt()).isEqualTo(3 + 12);
        assertThat(new HashSet<>(texts(now.path("deals"), "dealId"))).hasSize(12);
        assertThat(texts(service().get("/api/referrals/" + id + "/notes").json().path("items"), "text"))
                .hasSize(12)
                .doesNotHaveDuplicates();
        List<PublishedRecord> events = eventsAbout(id, 2);
        assertThat(events).extracting(PublishedRecord::sequence).isSorted().doesNotHaveDuplicates();
    }
}
