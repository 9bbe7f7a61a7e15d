package io.entente.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.partners.Tier;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with sign-in: each operation as each caller, and a partner that looks for another one's data. */
class SignInIT {

    private static final int CALLERS = 19;
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String OWN = "par_own";
    private static final String OTHER = "par_harbour";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReferralServiceApplication.service(), "--entente.referral.policy.profile-patience=1s");
        KnownPartners partners = service.context().getBean(KnownPartners.class);
        for (String id : List.of(OWN, OTHER, "par_third")) {
            partners.keep(new KnownPartner(id, "Partner " + id, "ACTIVE", Tier.ACTIVE, "REFERRAL", "MY", 1));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_operation_answers_each_caller_as_the_table_says() {
        int operations = service.get("/v3/api-docs").json().path("paths").properties().stream()
                .mapToInt(path -> path.getValue().size())
                .sum();

        assertThat(AccessMatrix.of(service, "referral-service").check()).isEqualTo(operations * CALLERS);
    }

    @Test
    void a_partner_finds_nothing_of_another_one() {
        submit(OWN, "Own Client", "own.example");
        String referral = submit(OTHER, "Harbourlight", "harbourlight.example");
        command(referral, "accept", "{}");
        command(referral, "deals", DEAL.formatted("harbour-deal"));
        submit("par_third", "Harbourlight Kiel", "harbourlight.example");
        command(referral, "notes", "{\"text\":\"harbour note\",\"visibility\":\"SHARED\"}");
        String check = as(TOKENS.partner(OTHER), "/api/client-checks", "{\"organisation\":\"Harbourlight Asked\"}")
                .json()
                .path("id")
                .asString();

        int refusals = TenantMatrix.of(service, "referral-service", OWN, OTHER)
                .resource("/api/referrals/{id}", "/api/referrals/" + referral)
                .resource("/api/referrals/{id}/deals/{dealId}", "/api/referrals/" + referral + "/deals/harbour-deal")
                .resource("/api/conflicts/{id}", "/api/conflicts/" + conflict())
                .resource("/api/client-checks/{checkId}", "/api/client-checks/" + check)
                .body("POST /api/referrals/{id}/request-information", "{\"questions\":[\"Who?\"]}")
                .body("POST /api/referrals/{id}/provide-information", "{\"answers\":[\"Nobody.\"]}")
                .body("POST /api/referrals/{id}/decline", "{\"reason\":\"No.\"}")
                .body("POST /api/referrals/{id}/meeting", "{\"heldOn\":\"2026-03-01\"}")
                .body("POST /api/referrals/{id}/proposal", "{\"sentOn\":\"2026-03-01\"}")
                .body("POST /api/referrals/{id}/lose", "{\"reason\":\"No.\"}")
                .body("POST /api/referrals/{id}/reopen", "{\"reason\":\"Yes.\"}")
                .body("POST /api/referrals/{id}/consent", "{\"feeDisclosed\":true,\"clientAgrees\":true}")
                .body("POST /api/referrals/{id}/satisfaction", "{\"rating\":9}")
                .body("POST /api/referrals/{id}/notes", "{\"text\":\"Ours\"}")
                .body("POST /api/referrals/{id}/deals", DEAL.formatted("planted-deal"))
                .body("POST /api/referrals/{id}/reverse-deal", "{\"dealId\":\"harbour-deal\",\"reason\":\"No.\"}")
                .body(
                        "POST /api/referrals/{id}/request-extension",
                        "{\"until\":\"2100-01-01T00:00:00Z\",\"reason\":\"Late.\"}")
                .body(
                        "POST /api/referrals/{id}/deals/{dealId}/correct",
                        "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"},\"reason\":\"Less.\"}")
                .body("POST /api/referrals/{id}/deals/{dealId}/end-engagement", "{\"on\":\"2026-04-01\"}")
                .body("POST /api/conflicts/{id}/appeal", "{\"reason\":\"We were first.\"}")
                .hidden("Harbourlight")
                .hidden(OTHER)
                .hidden("harbour-deal")
                .hidden("harbour note")
                .check();

        assertThat(refusals).isGreaterThanOrEqualTo(42);
    }

    @Test
    void a_body_that_names_another_partner_is_refused_in_the_same_words_whether_it_exists_or_not() {
        for (String path : List.of("/api/referrals", "/api/client-checks")) {
            Answer existing = as(TOKENS.partner(OWN), path, naming(path, OTHER));
            Answer missing = as(TOKENS.partner(OWN), path, naming(path, "par_nobody"));

            assertThat(existing.status()).as(path).isEqualTo(422);
            assertThat(existing.json().path("errors"))
                    .as(path)
                    .isEqualTo(missing.json().path("errors"));
            assertThat(existing.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("partnerId");
        }
    }

    @Test
    void who_revised_a_list_is_not_for_partners_and_the_actor_is_the_one_who_signed_in() {
        String path = "/api/referral-reasons";
        assertThat(service.as(TOKENS.partner(OWN)).get(path).json().has("actor"))
                .isFalse();
        assertThat(service.as(TOKENS.ops()).get(path).json().has("actor")).isTrue();
        String referral = submit(OWN, "Withdrawn", "withdrawn.example");

        Answer withdrawn = as(TOKENS.partner(OWN, "ana"), "/api/referrals/" + referral + "/withdraw", "{}");

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(service.as(TOKENS.partner(OWN))
                        .get("/api/referrals/" + referral + "/timeline")
                        .json()
                        .path("items")
                        .toString())
                .contains("\"partner:par_own/ana\"");
    }

    private static final String DEAL =
            """
            {"dealId":"%s","amount":{"amount":"1054","currency":"USD"},"closedOn":"2026-03-01"}""";

    private static String naming(String path, String partnerId) {
        return path.endsWith("checks")
                ? "{\"partnerId\":\"%s\",\"organisation\":\"Any\"}".formatted(partnerId)
                : referral(partnerId, "Any", "any.example");
    }

    private static String referral(String partnerId, String client, String domain) {
        return """
               {"partnerId":"%s","client":{"organisation":"%s","domain":"%s","country":"MY","contactName":"A",
                "contactPhone":"+60 12 345"},"service":"Data platform"}"""
                .formatted(partnerId, client, domain);
    }

    private static String submit(String partnerId, String client, String domain) {
        Answer answer = as(TOKENS.partner(partnerId), "/api/referrals", referral(partnerId, client, domain));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static void command(String referral, String command, String body) {
        Answer answer = as(TOKENS.ops(), "/api/referrals/" + referral + "/" + command, body);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    private static String conflict() {
        return await().until(
                        () -> service.as(TOKENS.ops())
                                .get("/api/conflicts?partnerId=" + OTHER)
                                .json()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
    }

    private static Answer as(String token, String path, String body) {
        return service.as(token).post(path, body);
    }
}
