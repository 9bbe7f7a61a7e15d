package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import org.junit.jupiter.api.Test;

/** A service that fetches the keys of an identity server, while that server comes and goes. */
class IdentityServerAwayIT {

    private static final String ORDERS = "/api/orders";

    private final TestTokens tokens = TestTokens.shared();

    @Test
    void without_a_key_a_token_cannot_be_verified_and_with_one_the_identity_server_may_be_away() throws Exception {
        KeyServer identity = KeyServer.reserved();
        try (RunningService service = RunningService.start(
                SecuredApplication.service(),
                TestTokens.SETTINGS + "issuer-uri=" + identity.issuer(),
                TestTokens.ANY_LIFE)) {
            String good = tokens.signed(
                    claims -> claims.issuer(identity.issuer()).subject("fin-1").claim("roles", "FINANCE"));
            String foreign = TestTokens.ofAnotherIssuer()
                    .signed("another-key", claims -> claims.issuer(identity.issuer())
                            .subject("fin-1")
                            .claim("roles", "FINANCE"));

            Answer unverified = service.as(good).get(ORDERS);
            assertThat(unverified.status()).isEqualTo(503);
            assertThat(unverified.header("Retry-After")).isPresent();
            assertThat(unverified.header("X-Correlation-Id")).isPresent();
            assertThat(unverified.json().path("detail").asString()).startsWith("The identity server is not reachable");
            assertThat(service.anonymous().get(ORDERS).status()).isEqualTo(401);
            assertThat(service.anonymous().get("/actuator/health").status()).isEqualTo(200);

            identity.start(tokens.keySet());
            org.awaitility.Awaitility.await("the keys")
                    .untilAsserted(() ->
                            assertThat(service.as(good).get(ORDERS).status()).isEqualTo(200));

            identity.stop();
            for (int i = 0; i < 20; i++) {
                assertThat(service.as(good).get(ORDERS).status()).isEqualTo(200);
                assertThat(service.as(foreign).get(ORDERS).status()).isEqualTo(401);
            }
        }
    }

    @Test
    void a_service_that_is_not_told_who_signs_callers_in_does_not_start() {
        assertThatThrownBy(() ->
                        RunningService.start(SecuredApplication.service(), TestTokens.SETTINGS + "audiences=entente"))
                .hasStackTraceContaining("issuer-uri and .audiences must name who signs callers in, and for whom");
    }
}
