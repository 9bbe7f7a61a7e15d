package io.entente.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A service whose callers sign in, over HTTP: which tokens are good, who may do what, and how a refusal looks. */
class SignInIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ORDERS = "/api/orders";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(SecuredApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("Jwt expired at", TOKENS.expired()),
                bad("The token must expire", TOKENS.withoutExpiry()),
                bad("Jwt used before", TOKENS.notYetValid()),
                bad("issued in the future", TOKENS.issuedInTheFuture()),
                bad("must not be good for longer", TOKENS.forEver()),
                bad("The token is for another audience", TOKENS.forAnotherAudience()),
                bad("The iss claim is not valid", TOKENS.byAnotherIssuer()),
                bad("Unsupported algorithm of none", TOKENS.unsigned()),
                bad("Another algorithm expected", TOKENS.signedWithThePublicKey()),
                bad("Invalid signature", TOKENS.tampered()),
                bad("Invalid signature", TestTokens.ofAnotherIssuer().finance()),
                bad("no subject", TOKENS.signed(claims -> claims.claim("roles", "FINANCE"))),
                bad("must have the partner's id", TOKENS.signed(claims -> claims.subject("u")
                        .claim("roles", "PARTNER"))),
                bad("must have the role PARTNER and no other", TOKENS.signed(claims -> claims.subject("u")
                        .claim("roles", "FINANCE")
                        .claim("partner_id", "par_1"))),
                bad("must have neither roles nor a partner", TOKENS.signed(claims -> claims.subject("erp")
                        .claim("client_id", "erp")
                        .claim("roles", "FINANCE"))),
                bad("decode the Jwt", "x"),
                bad("decode the Jwt", "a.b.c"),
                bad("decode the Jwt", "A".repeat(6000)),
                bad("decode the Jwt", "A".repeat(20_000)));
    }

    private static Arguments bad(String reason, String token) {
        return Arguments.of(reason, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused_with_401_before_anything_else(String reason, String token) {
        for (String path : List.of(ORDERS, ORDERS + "/hubspot", "/no/such/path", "/actuator/parked")) {
            Answer answer = service.as(token).post(path, "{not json");
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer ")
                    .contains("error=\"invalid_token\"");
            assertThat(answer.json().path("detail").asString()).contains(reason);
            assertProblem(answer, 401);
        }
        assertThat(service.as(token).get("/actuator/health").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders", "POST, /api/orders", "POST, /api/orders/cancel", "GET, /api/orders/o-1",
                "GET, /no/such/path",
        "DELETE, /api/orders", "OPTIONS, /api/orders", "GET, /error", "GET, /actuator/parked",
                "GET, /actuator/prometheus",
        "GET, /actuator", "PUT, /api/orders/hubspot"
    })
    void a_request_without_a_token_is_refused_with_401_whatever_it_asks_for(String method, String path) {
        Answer answer = service.anonymous().request(method, path, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer")
                .doesNotContain("error");
        assertProblem(answer, 401);
    }

    @Test
    void operations_without_sign_in_and_the_health_are_open() {
        assertThat(service.anonymous()
                        .post(ORDERS + "/hubspot", "{}")
                        .json()
                        .path("actor")
                        .asString())
                .isEqualTo("system");
        assertThat(service.anonymous().get("/actuator/health").status()).isEqualTo(200);
        assertThat(service.anonymous().get("/v3/api-docs").status()).isEqualTo(200);
    }

    @Test
    void the_health_has_details_for_operators_only() {
        for (Answer plain : List.of(
                service.anonymous().get("/actuator/health"),
                service.as(TOKENS.person("fin-1", "FINANCE")).get("/actuator/health"),
                service.as(TOKENS.client("erp", "metrics.read")).get("/actuator/health"))) {
            assertThat(plain.json().path("status").asString()).isEqualTo("UP");
            assertThat(plain.body()).doesNotContain("components", "details");
        }
        assertThat(service.as(TOKENS.ops()).get("/actuator/health").body()).contains("components", "details");
        assertThat(service.anonymous().get("/actuator/health/readiness").body())
                .contains("store", "broker")
                .doesNotContain("details");
    }

    @Test
    void the_actor_is_the_tokens_and_the_header_of_old_has_no_effect() {
        Answer answer = service.request(
                "POST",
                ORDERS,
                "{\"partnerId\":\"par_1\"}",
                "Authorization: Bearer " + TOKENS.person("fin-7", "FINANCE"),
                "Entente-Actor: user:boss");

        assertThat(answer.json().path("actor").asString()).isEqualTo("user:fin-7");
        assertThat(service.as(TOKENS.partner("par_1", "ana"))
                        .get(ORDERS + "/conditions")
                        .json()
                        .path("actor")
                        .asString())
                .isEqualTo("partner:par_1/ana");
        assertThat(service.as(TOKENS.person("ops@example.com", "OPS"))
                        .get(ORDERS + "/conditions")
                        .json()
                        .path("actor")
                        .asString())
                .matches("user:sub_[0-9a-f]{32}");
    }

    @Test
    void an_answer_that_comes_later_and_an_error_page_belong_to_the_request_that_was_let_in() {
        assertThat(service.as(TOKENS.finance())
                        .get(ORDERS + "/later")
                        .json()
                        .path("actor")
                        .asString())
                .isEqualTo("user:fin-1");
        assertThat(service.as(TOKENS.finance()).get(ORDERS + "/teapot").status())
                .isEqualTo(418);
        assertThat(service.as(TOKENS.finance()).get("/error").status()).isEqualTo(403);
    }

    @Test
    void a_caller_without_the_role_is_refused_with_403_and_learns_which_one_it_needs() {
        Answer answer = service.as(TOKENS.ops()).post(ORDERS, "{}");

        assertThat(answer.header("WWW-Authenticate")).contains("Bearer error=\"insufficient_scope\"");
        assertThat(answer.json().path("detail").asString()).isEqualTo("This needs FINANCE.");
        assertProblem(answer, 403);
        assertThat(service.as(TOKENS.person("nobody"))
                        .get(ORDERS)
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("This needs FINANCE or PARTNER or commission.read.");
        assertThat(service.as(TOKENS.partner("par_1")).post(ORDERS, "{}").status())
                .isEqualTo(403);
        assertThat(service.as(TOKENS.admin()).post(ORDERS, "{}").status()).isEqualTo(403);
        assertThat(service.as(TOKENS.finance()).request("OPTIONS", ORDERS, null).status())
                .isEqualTo(403);
    }

    @Test
    void a_machine_client_has_scopes_in_either_form_and_a_person_has_none() {
        assertThat(service.as(TOKENS.client("erp", "openid", "commission.read"))
                        .get(ORDERS)
                        .status())
                .isEqualTo(200);
        assertThat(service.as(TOKENS.clientWithScopesAsArray("erp", "commission.read"))
                        .get(ORDERS)
                        .status())
                .isEqualTo(200);
        assertThat(service.as(TOKENS.client("erp", "commission.write"))
                        .get(ORDERS)
                        .status())
                .isEqualTo(403);
        String delegated = TOKENS.signed(
                claims -> claims.subject("ana").claim("azp", "erp").claim("scope", "commission.read"));
        assertThat(service.as(delegated).get(ORDERS).status()).isEqualTo(403);
    }

    @Test
    void a_partner_sees_its_own_and_anothers_is_not_there() {
        RunningService.Client partner = service.as(TOKENS.partner("par_1"));

        assertThat(ids(partner.get(ORDERS))).isEqualTo("o-1");
        assertThat(ids(partner.get(ORDERS + "?partnerId=par_1"))).isEqualTo("o-1");
        assertThat(partner.get(ORDERS + "?partnerId=par_2").status()).isEqualTo(404);
        assertThat(partner.get(ORDERS + "?partnerId=par_1&partnerId=par_2").status())
                .isEqualTo(400);
        assertThat(partner.get(ORDERS + "?partnerId=").status()).isEqualTo(400);
        assertThat(ids(partner.get(ORDERS + "/of/par_1"))).isEqualTo("o-1");
        assertThat(partner.get(ORDERS + "/of/par_2").status()).isEqualTo(404);
        assertThat(partner.get(ORDERS + "/of/par_2?partnerId=par_1").status()).isEqualTo(400);
        assertThat(partner.get(ORDERS + "/o-1").status()).isEqualTo(200);
        assertThat(partner.get(ORDERS + "/o-2").json().path("detail").asString())
                .isEqualTo("There is no order o-2.");
        assertThat(partner.get(ORDERS + "/o-3").json().path("detail").asString())
                .isEqualTo("There is no order o-3.");
        assertThat(partner.get(ORDERS + "/o-1/lines/0").status()).isEqualTo(200);
        assertThat(partner.get(ORDERS + "/o-2/lines/0").status()).isEqualTo(404);
    }

    @Test
    void the_firm_sees_every_partner_or_the_one_that_it_names() {
        RunningService.Client finance = service.as(TOKENS.finance());

        assertThat(ids(finance.get(ORDERS))).isEqualTo("o-1 o-2");
        assertThat(ids(finance.get(ORDERS + "?partnerId=par_2"))).isEqualTo("o-2");
        assertThat(ids(finance.get(ORDERS + "/of/par_2"))).isEqualTo("o-2");
        assertThat(finance.get(ORDERS + "/o-2/lines/0").json().path("actor").asString())
                .isEqualTo("c");
    }

    @Test
    void endpoints_of_operations_are_for_operators_and_metrics_also_for_a_scraper() {
        assertThat(service.as(TOKENS.ops()).get("/actuator/metrics").status()).isEqualTo(200);
        assertThat(service.as(TOKENS.client("prometheus", "metrics.read"))
                        .get("/actuator/prometheus")
                        .status())
                .isEqualTo(200);
        assertThat(service.as(TOKENS.client("prometheus", "metrics.read"))
                        .get("/actuator/parked")
                        .status())
                .isEqualTo(403);
        assertThat(service.as(TOKENS.finance()).get("/actuator/prometheus").status())
                .isEqualTo(403);
        assertThat(service.as(TOKENS.partner("par_1")).get("/actuator/parked").status())
                .isEqualTo(403);
        assertThat(service.as(TOKENS.admin()).get("/actuator/parked").status()).isEqualTo(200);
    }

    @Test
    void a_header_that_is_too_large_is_refused_and_the_service_goes_on() {
        Answer refused = service.as("A".repeat(40_000)).get(ORDERS);

        assertThat(refused.status()).isIn(400, 431);
        assertThat(refused.body()).contains("must not be longer than the service allows");
        assertThat(service.as(TOKENS.finance()).get(ORDERS).status()).isEqualTo(200);
    }

    @Test
    void an_idempotency_key_and_its_answer_belong_to_the_caller() {
        String[] key = {"Idempotency-Key: k-1"};
        RunningService.Client ann = service.as(TOKENS.person("ann", "FINANCE"));
        Answer first = ann.post(ORDERS + "/named", "{\"partnerId\":\"par_1\"}", key);
        Answer again = ann.post(ORDERS + "/named", "{\"partnerId\":\"par_1\"}", key);
        Answer others =
                service.as(TOKENS.person("ben", "FINANCE")).post(ORDERS + "/named", "{\"partnerId\":\"par_2\"}", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(first.body()).contains("user:ann");
        assertThat(others.status()).isEqualTo(201);
        assertThat(others.header("Idempotency-Replayed")).isEmpty();
        assertThat(others.body()).contains("user:ben");
        assertThat(ann.post(ORDERS + "/named", "{\"partnerId\":\"par_2\"}", key).status())
                .isEqualTo(422);
    }

    @Test
    void no_session_is_opened_and_answers_are_not_cached() {
        Answer answer = service.as(TOKENS.finance()).get(ORDERS);

        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void the_api_description_says_who_may_call_what() {
        JsonNode paths = service.anonymous().get("/v3/api-docs").json().path("paths");
        JsonNode list = paths.path(ORDERS).path("get");

        assertThat(list.path("x-allowed-to").toString())
                .isEqualTo("{\"roles\":[\"FINANCE\",\"PARTNER\"],\"scopes\":[\"commission.read\"]}");
        assertThat(list.path("security").toString()).isEqualTo("[{\"token\":[]}]");
        assertThat(list.path("responses").propertyNames()).contains("401", "403");
        assertThat(list.path("parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .contains("partnerId");
        assertThat(paths.path(ORDERS + "/{source}")
                        .path("post")
                        .path("security")
                        .toString())
                .isEqualTo("[]");
        assertThat(paths.toString()).doesNotContain("Entente-Actor");
    }

    @Test
    void an_operation_without_a_row_in_the_table_is_found(@TempDir Path directory) throws IOException {
        String rows =
                """
                secured-service,GET,/api/orders,required,own,-,all,-,-,commission.read,
                secured-service,POST,/api/orders,required,-,-,all,-,-,,
                secured-service,GET,/api/orders/{id},required,own,-,all,-,-,commission.read,
                secured-service,GET,/api/orders/{id}/lines/{line},required,own,-,all,-,-,,
                secured-service,GET,/api/orders/of/{partnerId},required,own,-,all,-,-,,"A note, with a comma."
                secured-service,GET,/api/orders/conditions,required,same,-,-,all,-,,
                secured-service,POST,/api/orders/{source},none,-,-,-,-,-,,
                secured-service,POST,/api/orders/cancel,required,-,-,all,-,-,,
                secured-service,POST,/api/orders/named,required,-,-,all,-,-,,
                secured-service,GET,/api/orders/later,required,-,-,all,-,-,,
                secured-service,GET,/api/api-keys,required,-,-,all,all,all,,
                secured-service,POST,/api/api-keys,required,-,-,-,-,all,,
                secured-service,GET,/api/api-keys/{keyId},required,-,-,all,all,all,,
                secured-service,POST,/api/api-keys/{keyId}/approve,required,-,-,all,all,-,,
                secured-service,POST,/api/api-keys/{keyId}/revoke,required,-,-,-,-,all,,
                secured-service,GET,/api/audit,required,-,-,-,-,all,,
                secured-service,GET,/api/audit/export,required,-,-,-,-,all,,
                secured-service,POST,/api/audit/forget,required,-,-,-,-,all,,
                secured-service,POST,/api/audit/verify,required,-,-,-,-,all,,
                other-service,GET,/api/things,required,-,-,all,-,-,,
                """;
        Path table = directory.resolve("operations.csv");
        JsonNode document = service.anonymous().get("/v3/api-docs").json();

        Files.writeString(table, rows);
        assertThatThrownBy(() -> OperationsByRole.read(table, "secured-service").check(document))
                .hasMessageContaining("GET /api/orders/teapot");
        String complete = rows + "secured-service,GET,/api/orders/teapot,required,-,-,all,-,-,,\n";
        Files.writeString(table, complete);
        OperationsByRole.read(table, "secured-service").check(document);
        Files.writeString(table, complete.replace("own,-,all,-,-,commission.read", "own,-,-,all,-,commission.read"));
        assertThatThrownBy(() -> OperationsByRole.read(table, "secured-service").check(document))
                .isInstanceOf(AssertionError.class);
    }

    private static String ids(Answer answer) {
        return String.join(
                " ",
                answer.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("X-Correlation-Id").orElse("")).startsWith("cor_");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("errors").isArray()).isTrue();
    }
}
