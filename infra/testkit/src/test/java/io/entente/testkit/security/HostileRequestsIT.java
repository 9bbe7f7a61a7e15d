package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that nobody sends by mistake: ways around the rule of a path, tokens in other places, and bodies that cost much to read. */
class HostileRequestsIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ORDERS = "/api/orders";
    private static final int MANY = 100_000;
    private static final int SMALL_ANSWER = 100_000;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(SecuredApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders/o-2",
                "/api/orders/%6f-2",
                "/api/orders/o-2/",
                "/api/orders/o-2;partnerId=par_1",
                "/api/orders//o-2",
                "/api/orders/./o-2",
                "/api/orders/x/../o-2",
                "/api/orders/o-1/../o-2",
                "/api/orders/o-1/%2e%2e/o-2",
                "/api/orders/o-2%00",
                "/api/orders/o-2%2f",
                "/api/orders/o-2%5c",
                "/api\\orders\\o-2",
                "//api/orders/o-2",
                "/API/orders/o-2",
                "/actuator/parked",
                "/actuator/parked/",
                "/actuator//parked",
                "/actuator/%70arked",
                "/actuator/parked;a=b",
                "/actuator/health/../parked",
                "/v3/api-docs/../../actuator/parked",
                "/v3/api-docs/..;/..;/actuator/parked",
                "http://localhost/actuator/parked"
            })
    void no_spelling_of_a_path_leads_around_its_rule(String path) throws IOException {
        for (String caller : List.of("", Callers.asPartner("par_1") + "\r\n")) {
            String answer = raw("GET " + path + " HTTP/1.1", caller);

            assertThat(answer).matches("(?s)HTTP/1.1 (400|401|403|404) .*").doesNotContain("par_2", "\"items\"");
        }
    }

    @Test
    void a_header_does_not_change_the_method_or_the_path() throws IOException {
        String partner = Callers.asPartner("par_1") + "\r\n";

        assertThat(raw("GET /api/orders/conditions HTTP/1.1", partner + "X-HTTP-Method-Override: POST\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw(
                        "GET /actuator/parked HTTP/1.1",
                        partner + "X-Original-URL: /v3/api-docs\r\nX-Rewrite-URL: /v3/api-docs\r\n"
                                + "X-Forwarded-Prefix: /v3\r\nX-Forwarded-For: 127.0.0.1\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void a_token_is_read_from_one_header_only() throws IOException {
        String token = TOKENS.finance();

        assertThat(service.anonymous().get(ORDERS + "?access_token=" + token).status())
                .isEqualTo(401);
        assertThat(service.anonymous()
                        .request(
                                "POST",
                                ORDERS,
                                "access_token=" + token,
                                "Content-Type: application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
        assertThat(raw("GET /api/orders HTTP/1.1", "Cookie: access_token=" + token + "\r\n"))
                .startsWith("HTTP/1.1 401");
        assertThat(raw("GET /api/orders HTTP/1.1", "Authorization: Basic " + token + "\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void two_headers_that_say_who_sends_the_request_are_refused() throws IOException {
        String finance = Callers.with(TOKENS.finance()) + "\r\n";
        String partner = Callers.asPartner("par_1") + "\r\n";
        String key = "Authorization: Bearer entk_01k2m8zq4v01k2m8zq4v01k2m8_" + "A".repeat(43) + "\r\n";

        for (String headers : List.of(
                finance + partner,
                finance + finance,
                finance + key,
                key + finance,
                finance + "Authorization: Basic x\r\n",
                "Authorization:\r\n" + finance)) {
            for (String path : List.of("/api/orders", "/actuator/health", "/v3/api-docs")) {
                assertThat(raw("GET " + path + " HTTP/1.1", headers))
                        .as(path)
                        .startsWith("HTTP/1.1 401")
                        .contains("more than one Authorization header");
            }
        }
        assertThat(raw("GET /api/orders HTTP/1.1", finance)).startsWith("HTTP/1.1 200");
    }

    static Stream<JWSAlgorithm> otherAlgorithms() {
        return Stream.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256);
    }

    @ParameterizedTest
    @MethodSource("otherAlgorithms")
    void the_right_key_with_another_algorithm_is_refused(JWSAlgorithm algorithm) {
        assertThat(service.as(TOKENS.signedBy(algorithm)).get(ORDERS).status()).isEqualTo(401);
    }

    @Test
    void a_correlation_id_that_is_no_id_is_replaced() throws IOException {
        for (String id : List.of("a b", "<script>", "a%0d%0aSet-Cookie: x=1", "x".repeat(101), "\u00E9")) {
            assertThat(raw("GET /api/orders HTTP/1.1", "X-Correlation-Id: " + id + "\r\n"))
                    .contains("X-Correlation-Id: cor_")
                    .doesNotContain("\r\nSet-Cookie");
        }
    }

    static Stream<Arguments> bodies() {
        String nested = "{\"partnerId\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}";
        String deeper = "{\"partnerId\":".repeat(MANY) + "1" + "}".repeat(MANY);
        String fields = IntStream.range(0, MANY)
                .mapToObj(i -> "\"f%d\":1".formatted(i))
                .collect(Collectors.joining(",", "{", "}"));
        return Stream.of(
                Arguments.of("a list in lists", nested),
                Arguments.of("an object in objects", deeper),
                Arguments.of("only the beginning of lists", "[".repeat(MANY)),
                Arguments.of("many fields", fields),
                Arguments.of("a number with many digits", "{\"partnerId\":" + "9".repeat(MANY) + "}"),
                Arguments.of("a number with a large exponent", "{\"partnerId\":1e999999999}"),
                Arguments.of("a long name", "{\"" + "n".repeat(MANY) + "\":1}"),
                Arguments.of(
                        "fields that are the server's",
                        "{\"partnerId\":\"par_1\",\"id\":\"o-9\",\"actor\":\"user:boss\"}"),
                Arguments.of("a prototype", "{\"__proto__\":{\"partnerId\":\"par_1\"}}"),
                Arguments.of("a class", "{\"@class\":\"java.lang.Runtime\",\"partnerId\":\"par_1\"}"),
                Arguments.of("null", "null"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_hostile_body_is_refused_in_few_words_and_the_service_goes_on(String what, String body) {
        Answer answer = service.as(TOKENS.finance()).post(ORDERS, body);

        assertThat(answer.status()).isIn(400, 413);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().length()).isLessThan(SMALL_ANSWER);
        assertThat(service.as(TOKENS.finance())
                        .post(ORDERS, "{\"partnerId\":\"par_1\"}")
                        .status())
                .isEqualTo(200);
    }

    /** Sends bytes as they are. An HTTP client would refuse to send such requests. */
    private static String raw(String line, String headers) throws IOException {
        int port = service.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("localhost", port)) {
            String request = "%s\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(line, headers);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
