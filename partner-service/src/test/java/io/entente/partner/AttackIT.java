package io.entente.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.RawRequest;
import io.entente.testkit.security.RawRequest.RawAnswer;
import io.entente.testkit.security.TestTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What attackers send to a service. Each attack has its status here; none is 500. */
class AttackIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String PARTNERS = "/api/partners";
    private static final String GOOD =
            """
            {"name":"Brightwater","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
             "locale":"ms","contacts":[{"name":"Aisyah","email":"a@firm.example","role":"Director"}]%s}""";

    private static RunningService service;
    private static String other;

    @BeforeAll
    static void start() {
        service = RunningService.start(PartnerServiceApplication.service());
        other = service.as(TOKENS.partnerManager())
                .post(PARTNERS, GOOD.formatted(""))
                .json()
                .path("id")
                .asString();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** The path, its status for nobody, and for a partner who looks for another one's data. */
    @ParameterizedTest
    @CsvSource({
        "/api/partners/{other}, 401, 404",
        "/api/partners/{other}/, 401, 404",
        "/api/partners/{other}?partnerId=par_own, 401, 400|404",
        "//api/partners/{other}, 400, 400",
        "/api//partners/{other}, 400, 400",
        "/api/./partners/{other}, 400, 400",
        "/api/partners/../partners/{other}, 400, 400",
        "/api/partners/..;/partners/{other}, 400, 400",
        "/api/partners;x=1/{other}, 400, 400",
        "/api/partners/{other};jsessionid=1, 400, 400",
        "/api/partners%2F{other}, 400, 400",
        "/api%2fpartners/{other}, 400, 400",
        "/api/partners%5C{other}, 400, 400",
        "/api/partners/%2e%2e/partners/{other}, 400, 400",
        "/api/partners/%252e%252e/{other}, 400, 400",
        "/api/partners/{other}%00, 400, 400",
        "/api/partners/{other}%0d%0aSet-Cookie:x, 400, 400",
        "/api/partners/{other}., 401, 404",
        "/api/partners./{other}, 401, 404",
        "/API/partners/{other}, 401, 404",
        "/api/partners/{other}.json, 401, 404",
        "/actuator/health/..;/parked, 400, 400",
        "/actuator/health/../parked, 400, 400",
        "/actuator/health%2f..%2fparked, 400, 400",
        "/actuator/health/%2e%2e/parked, 400, 400",
        "/actuator/parked, 401, 403",
        "/v3/api-docs/../../api/partners/{other}, 400, 400",
        "http://localhost/api/partners/{other}, 401, 404",
        "http://evil.example/api/partners/{other}, 400|401, 400|404",
    })
    void a_path_trick_reaches_nothing(String path, String nobody, String partner) {
        String target = path.replace("{other}", other);
        assertStatus(get(target, ""), nobody, target);
        assertStatus(get(target, "Authorization: Bearer " + TOKENS.partner("par_own") + "\r\n"), partner, target);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("X-Correlation-Id: a%0d%0aSet-Cookie: x=1", "401"),
                Arguments.of("X-Correlation-Id: " + "a".repeat(5_000), "401"),
                Arguments.of("X-HTTP-Method-Override: DELETE", "401"),
                Arguments.of("X-Forwarded-For: 127.0.0.1\r\nX-Original-URL: /actuator/health", "401"),
                Arguments.of("Entente-Actor: user:boss", "401"),
                Arguments.of("Authorization: Basic YWRtaW46YWRtaW4=", "401"),
                Arguments.of("Authorization: Bearer", "401"),
                Arguments.of("Authorization: Bearer a b", "400|401"),
                Arguments.of("Authorization: Bearer " + "A".repeat(15_000), "401"),
                Arguments.of("Authorization: Bearer " + "A".repeat(20_000), "401"),
                Arguments.of("Authorization: Bearer " + "A".repeat(34_000), "400"),
                Arguments.of("Authorization: Bearer " + "a.".repeat(5_000), "401"),
                Arguments.of("Authorization: Bearer x\r\nAuthorization: Bearer y", "400|401"),
                Arguments.of("Content-Length: -1", "400"),
                Arguments.of("Content-Length: 1\r\nContent-Length: 2", "400"),
                Arguments.of("Transfer-Encoding: chunked, identity, gzip", "400|401|501"),
                Arguments.of("Host: evil.example", "400"),
                Arguments.of("Range: bytes=0-1,0-2,0-3,0-4", "401"),
                Arguments.of("Cookie: " + "a=1; ".repeat(150), "401"),
                Arguments.of("Cookie: " + "a=1; ".repeat(2_000), "400"),
                Arguments.of("X-A: b\r\n".repeat(150).strip(), "400"),
                Arguments.of("X-\u0001: b", "400"),
                Arguments.of("X-A: b\u0000c", "400"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void a_header_changes_nothing_and_is_not_repeated_in_the_answer(String header, String expected) {
        RawAnswer answer = get(PARTNERS, header + "\r\n");

        assertStatus(answer, expected, header);
        assertThat(answer.hasHeader("Set-Cookie")).isFalse();
        assertThat(answer.text()).doesNotContain("%0d%0a");
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, 400|405",
        "CONNECT, 400|405|501",
        "PROPFIND, 400",
        "DEBUG, 400",
        "get, 400",
        "'GET /x HTTP/1.1', 400|505"
    })
    void a_method_that_nobody_offers_is_refused(String method, String expected) {
        assertStatus(
                RawRequest.send(
                        service, method + " " + PARTNERS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                expected,
                method);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        "mass assignment",
                        GOOD.formatted(",\"status\":\"ACTIVE\",\"id\":\"par_1\",\"version\":9"),
                        400),
                Arguments.of("a prototype", GOOD.formatted(",\"__proto__\":{\"admin\":true}"), 400),
                Arguments.of("a class", GOOD.formatted(",\"@class\":\"java.lang.Runtime\""), 400),
                Arguments.of("an operator of the store", "{\"name\":{\"$ne\":null}}", 400),
                Arguments.of("a doubled field", "{\"name\":\"a\",\"name\":\"b\"}", 400),
                Arguments.of("deep arrays", "[".repeat(100_000), 400),
                Arguments.of("deep objects", "{\"name\":".repeat(20_000) + "1" + "}".repeat(20_000), 400),
                Arguments.of("deep unknown objects", "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000), 400),
                Arguments.of("a number of 100,000 digits", "{\"name\":" + "9".repeat(100_000) + "}", 400),
                Arguments.of("a number with a giant exponent", "{\"name\":1e999999999}", 400),
                Arguments.of(
                        "a text of 250,000 characters",
                        GOOD.replace("Brightwater", "x".repeat(250_000)).formatted(""),
                        400),
                Arguments.of("a name of 60,000 characters", "{\"" + "n".repeat(60_000) + "\":1}", 400),
                Arguments.of("20,000 unknown fields", manyFields(), 400),
                Arguments.of("half a surrogate", "{\"name\":\"\\ud800\"}", 400),
                Arguments.of("a zero character", "{\"name\":\"a\\u0000b\"}", 400),
                Arguments.of("nothing", "", 400),
                Arguments.of("null", "null", 400),
                Arguments.of("a text", "\"x\"", 400),
                Arguments.of("two documents", GOOD.formatted("") + "{}", 400),
                Arguments.of("a comment", "/* */" + GOOD.formatted(""), 400),
                Arguments.of("too much", "{\"name\":\"" + "x".repeat(300_000) + "\"}", 413));
    }

    private static String manyFields() {
        StringBuilder fields = new StringBuilder("{\"f0\":1");
        for (int i = 1; i < 20_000; i++) {
            fields.append(",\"f").append(i).append("\":1");
        }
        return fields.append('}').toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_hostile_body_is_refused_with_a_small_problem(String attack, String body, int expected) {
        Answer answer = service.as(TOKENS.partnerManager()).post(PARTNERS, body);

        assertThat(answer.status())
                .as(answer.body().substring(0, Math.min(500, answer.body().length())))
                .isEqualTo(expected);
        assertThat(answer.body().getBytes(UTF_8).length).isLessThan(100_000);
        assertThat(answer.body()).doesNotContain("java.").doesNotContain("io.entente");
    }

    @Test
    void nobody_sets_what_only_the_service_decides() {
        Answer answer = service.as(TOKENS.partnerManager())
                .post(PARTNERS, GOOD.formatted(",\"status\":\"ACTIVE\",\"id\":\"par_1\",\"version\":9"));

        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("field")
                        .asString()))
                .containsExactlyInAnyOrder("status", "id", "version");
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, 415",
        "application/x-www-form-urlencoded, 400|415",
        "text/plain, 415",
        "application/json;charset=x, 400|415",
        "nonsense, 415",
        "multipart/form-data, 400|415"
    })
    void another_content_type_is_refused(String type, String expected) {
        Answer answer = service.as(TOKENS.partnerManager()).post(PARTNERS, GOOD.formatted(""), "Content-Type: " + type);

        assertThat(Integer.toString(answer.status())).matches(expected);
    }

    private static RawAnswer get(String target, String headers) {
        return RawRequest.send(
                service, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static void assertStatus(RawAnswer answer, String expected, String attack) {
        assertThat(Integer.toString(answer.status()))
                .as("%s: %s", attack, answer.text())
                .matches(expected);
    }

    @Test
    void the_service_goes_on_after_all_attacks() {
        for (String path : List.of(PARTNERS, PARTNERS + "/" + other)) {
            assertThat(service.as(TOKENS.partnerManager()).get(path).status()).isEqualTo(200);
        }
    }
}
