package io.entente.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with sign-in: each operation as each caller, and a partner that looks for another one's data. */
class SignInIT {

    private static final int CALLERS = 19;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(PartnerServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_operation_answers_each_caller_as_the_table_says() {
        assertThat(AccessMatrix.of(service, "partner-service").check()).isEqualTo(30 * CALLERS);
    }

    @Test
    void a_partner_finds_nothing_of_another_one() {
        String own = register("Brightwater");
        String other = register("Harbourlight");

        int refusals = TenantMatrix.of(service, "partner-service", own, other)
                .resource("/api/partners/{id}", "/api/partners/" + other)
                .hidden("Harbourlight")
                .check();

        assertThat(refusals).isEqualTo(5);
        assertThat(service.as(TestTokens.shared().partner(own))
                        .get("/api/partners")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void the_actor_is_the_one_who_signed_in_and_a_key_is_its_own() {
        String first = register("Keyed", "ann");

        assertThat(register("Keyed", "ann")).isEqualTo(first);
        assertThat(register("Keyed", "ben")).isNotEqualTo(first);
        assertThat(service.awaitRecords("partner.events", all -> all.stream()
                        .anyMatch(event -> event.data().path("actor").asString().equals("user:ben"))))
                .filteredOn(event -> event.data().path("partnerId").asString().equals(first))
                .extracting(event -> event.data().path("actor").asString())
                .containsExactly("user:ann");
    }

    private static String register(String name) {
        return register(name, "pm-1");
    }

    private static String register(String name, String person) {
        return service.as(TestTokens.shared().person(person, "PARTNER_MANAGER"))
                .post(
                        "/api/partners",
                        """
                        {"name":"%s","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                         "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]}"""
                                .formatted(name),
                        "Idempotency-Key: " + name)
                .json()
                .path("id")
                .asString();
    }
}
