package io.entente.referral.referral;

import static io.entente.referral.referral.RunningReferrals.AS_FIRM;
import static io.entente.referral.referral.RunningReferrals.AS_PARTNER;
import static io.entente.referral.referral.RunningReferrals.DEAL;
import static io.entente.referral.referral.RunningReferrals.close;
import static io.entente.referral.referral.RunningReferrals.eventsAbout;
import static io.entente.referral.referral.RunningReferrals.eventsOf;
import static io.entente.referral.referral.RunningReferrals.expect;
import static io.entente.referral.referral.RunningReferrals.fields;
import static io.entente.referral.referral.RunningReferrals.getAs;
import static io.entente.referral.referral.RunningReferrals.post;
import static io.entente.referral.referral.RunningReferrals.service;
import static io.entente.referral.referral.RunningReferrals.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The decisions about a referral over HTTP: which are possible, which reasons they need and which version they apply to. */
@ExtendWith(RunningReferrals.class)
class DecisionIT {

    @Test
    void a_declined_referral_shows_the_reason_and_accepts_no_deal() {
        String id = submitted();
        String body = "{\"reason\":\"Too small for us\",\"alternative\":\"Quayside Studio\"}";

        Answer declined = service().post("/api/referrals/" + id + "/decline", body);
        assertThat(declined.json().path("status").asString()).isEqualTo("DECLINED");
        assertThat(declined.json().path("reason").asString()).isEqualTo("Too small for us");
        assertThat(service().post("/api/referrals/" + id + "/decline", body).json())
                .isEqualTo(declined.json());
        assertThat(service()
                        .post("/api/referrals/" + id + "/decline", "{\"reason\":\"Other\"}")
                        .status())
                .isEqualTo(409);
        assertThat(service().post("/api/referrals/" + id + "/accept", "").status())
                .isEqualTo(409);
        assertThat(close(id, DEAL.formatted("declined-" + id)).status()).isEqualTo(409);
        PublishedRecord event = eventsOf(id, 2).get(1);
        assertThat(event.type()).isEqualTo("referral.referral-declined.v1");
        Contracts.assertMatches(event.type(), event.text());
    }

    @Test
    void a_command_that_the_state_does_not_allow_is_refused_with_the_possible_commands() {
        Answer refused = close(submitted(), DEAL.formatted("early"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("SUBMITTED", "accept, decline");
    }

    @Test
    void a_decision_on_another_version_or_an_unknown_referral_is_refused() {
        String id = submitted();

        assertThat(service()
                        .post("/api/referrals/" + id + "/accept", "", "If-Match: \"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(service().post("/api/referrals/ref_nobody/accept", "").status())
                .isEqualTo(404);
    }

    @Test
    void a_transition_that_is_not_allowed_is_refused_with_the_possible_transitions() {
        String id = submitted("INBOUND", "");

        Answer refused = post(id, "lose", "{\"reasonCode\":\"BUDGET\"}", AS_FIRM);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("The referral is SUBMITTED, which doesn't allow lose. Possible commands: review,"
                        + " request-information, accept, decline, withdraw, consent, notes.");
        assertThat(StreamSupport.stream(
                                getAs(AS_PARTNER, "/api/referrals/" + id)
                                        .json()
                                        .path("possible")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asString))
                .containsExactly("withdraw", "consent", "notes");
        assertThat(post(id, "accept", "", AS_PARTNER).status()).isEqualTo(409);
    }

    @Test
    void a_reason_must_be_in_the_list_of_the_program_and_is_published() {
        String id = submitted("INBOUND", "");
        post(id, "accept", "", AS_FIRM);
        assertThat(fields(post(id, "lose", "{}", AS_FIRM))).containsExactly("reason");
        Answer unknown = post(id, "lose", "{\"reasonCode\":\"BAD_WEATHER\"}", AS_FIRM);
        assertThat(fields(unknown)).containsExactly("reasonCode");
        assertThat(unknown.body()).contains("TIMING, BUDGET");

        expect("LOST", post(id, "lose", "{\"reasonCode\":\"BUDGET\",\"reason\":\"Frozen until June\"}", AS_FIRM));
        expect("LOST", post(id, "lose", "{\"reasonCode\":\"BUDGET\",\"reason\":\"Frozen until June\"}", AS_FIRM));
        assertThat(post(id, "lose", "{\"reasonCode\":\"TIMING\"}", AS_FIRM).status())
                .isEqualTo(409);
        expect("REOPENED", post(id, "reopen", "{\"reasonCode\":\"CLIENT_CAME_BACK\"}", AS_FIRM));
        expect("UNDER_REVIEW", post(id, "review", "", AS_FIRM));

        List<PublishedRecord> events = eventsAbout(id, 5);
        assertThat(events.get(2).data().path("reasonCode").asString()).isEqualTo("BUDGET");
        assertThat(events.get(2).data().path("reason").asString()).isEqualTo("Frozen until June");
        assertThat(events.get(3).data().path("reason").asString()).isEqualTo("The client came back");
    }

    @Test
    void every_revision_of_the_list_of_reasons_is_a_new_version() {
        JsonNode first = service().get("/api/referral-reasons").json();
        String same = "{\"reasons\":" + first.path("reasons") + "}";
        assertThat(service()
                        .post("/api/referral-reasons", same)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(first.path("version").asInt());
        String more = same.replaceFirst(
                "\\[",
                "[{\"code\":\"MERGED\",\"labels\":{\"en\":\"It merged\",\"de\":\"Fusioniert\"},\"uses\":[\"LOSE\"]},");

        assertThat(service()
                        .post("/api/referral-reasons", more, "If-Match: \"77\"")
                        .status())
                .isEqualTo(412);
        assertThat(service().post("/api/referral-reasons", more, AS_PARTNER).status())
                .isEqualTo(403);
        Answer revised = service().post("/api/referral-reasons", more, AS_FIRM);

        assertThat(revised.json().path("version").asInt())
                .isEqualTo(first.path("version").asInt() + 1);
        assertThat(revised.json().path("actor").asString()).isEqualTo("user:u-17");
        assertThat(service()
                        .get("/api/referral-reasons?version="
                                + first.path("version").asInt())
                        .json()
                        .path("reasons"))
                .isEqualTo(first.path("reasons"));
        assertThat(service().get("/api/referral-reasons?version=99").status()).isEqualTo(404);
        assertThat(fields(service()
                        .post(
                                "/api/referral-reasons",
                                "{\"reasons\":[{\"code\":\"bad\",\"labels\":{\"fr\":\"x\"},\"uses\":[]}]}")))
                .contains("reasons[0].code", "reasons[0].uses");
        assertThat(fields(service()
                        .post(
                                "/api/referral-reasons",
                                "{\"reasons\":[{\"code\":\"A\",\"labels\":{\"en\":\"x\"},\"uses\":[\"LOSE\"]}]}")))
                .contains("reasons");
    }

    @Test
    void only_the_first_of_two_concurrent_decisions_is_accepted() throws Exception {
        for (int round = 0; round < 5; round++) {
            String id = submitted("INBOUND", "");
            Callable<Answer> accept = () -> post(id, "accept", "", AS_FIRM);
            Callable<Answer> decline = () -> post(id, "decline", "{\"reasonCode\":\"NO_FIT\"}", AS_FIRM);
            ExecutorService callers = Executors.newFixedThreadPool(4);
            List<Future<Answer>> answers = callers.invokeAll(List.of(accept, decline, accept, decline));
            callers.shutdown();

            String status =
                    service().get("/api/referrals/" + id).json().path("status").asString();
            boolean accepted = status.equals("ACCEPTED");
            assertThat(status).isIn("ACCEPTED", "DECLINED");
            for (int i = 0; i < 4; i++) {
                assertThat(answers.get(i).get().status()).isEqualTo(accepted == (i % 2 == 0) ? 200 : 409);
            }
            assertThat(eventsAbout(id, 2)).hasSize(2);
        }
    }
}
