package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operators' endpoints on a port of their own. */
class ManagementPortIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String PARKED = "/actuator/parked";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                SecuredApplication.service(),
                "--management.server.port=0",
                "--entente.security.operators-from=127.0.0.1, ::1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void endpoints_are_on_the_management_port_only_and_nothing_else_is() throws Exception {
        assertThat(operators("/actuator/health", null).status()).isEqualTo(200);
        assertThat(operators(PARKED, TOKENS.ops()).status()).isEqualTo(200);
        for (String path : new String[] {"/api/orders", "/api/orders/hubspot", "/v3/api-docs", "/no/such/path"}) {
            assertThat(operators(path, TOKENS.finance()).status()).as(path).isEqualTo(403);
            assertThat(operators(path, TOKENS.ops()).status()).as(path).isEqualTo(403);
            assertThat(operators(path, null).status()).as(path).isEqualTo(401);
        }
        assertThat(service.as(TOKENS.ops()).get(PARKED).status()).isEqualTo(404);
        assertThat(service.as(TOKENS.ops()).get("/actuator/health").status()).isEqualTo(404);
    }

    @Test
    void the_management_port_asks_for_the_same_tokens() throws Exception {
        for (String path : new String[] {PARKED, "/actuator", "/actuator/prometheus", "/error", "/no/such/path"}) {
            assertThat(operators(path, null).status()).as(path).isEqualTo(401);
            assertThat(operators(path, TOKENS.expired()).status()).as(path).isEqualTo(401);
        }
        assertThat(operators(PARKED, TOKENS.finance()).status()).isEqualTo(403);
        assertThat(operators(PARKED, TOKENS.partner("par_1")).status()).isEqualTo(403);
        assertThat(operators("/actuator/prometheus", TOKENS.client("scraper", "metrics.read"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_refusal_there_has_a_correlation_id_and_the_headers_and_is_in_the_audit_log() throws Exception {
        HttpResponse<String> refused = send(PARKED, TOKENS.person("curious", "FINANCE"));

        assertThat(refused.headers().firstValue("X-Correlation-Id")).isPresent();
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        Answer log = service.as(TOKENS.admin()).get("/api/audit?actor=user:curious");
        assertThat(log.json().path("items").path(0).path("resource").asString()).isEqualTo(PARKED);
        assertThat(log.json().path("items").path(0).path("status").asInt()).isEqualTo(403);
    }

    @Test
    void a_host_that_a_request_names_does_not_move_it_to_another_port() throws Exception {
        String service = ManagementPortIT.service.context().getEnvironment().getProperty("local.server.port");

        assertThat(raw("GET /v3/api-docs HTTP/1.1\r\nHost: localhost:" + service))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void only_addresses_that_the_operator_allows_reach_the_endpoints() throws Exception {
        String token = "\r\nAuthorization: Bearer " + TOKENS.ops();

        for (String path : new String[] {"/actuator/health", "/actuator/info"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost")).startsWith("HTTP/1.1 200");
            assertThat(rawFrom("127.0.0.2", "GET " + path + " HTTP/1.1\r\nHost: localhost"))
                    .startsWith("HTTP/1.1 401");
        }
        assertThat(rawFrom("127.0.0.1", "GET /actuator/prometheus HTTP/1.1\r\nHost: localhost" + token))
                .startsWith("HTTP/1.1 200");
        assertThat(rawFrom("127.0.0.2", "GET /actuator/prometheus HTTP/1.1\r\nHost: localhost" + token))
                .startsWith("HTTP/1.1 403");
    }

    private static String raw(String request) throws IOException {
        return rawFrom("127.0.0.1", request);
    }

    private static String rawFrom(String address, String request) throws IOException {
        int port = service.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write((request + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private record Status(int status) {}

    private static Status operators(String path, @Nullable String token) throws Exception {
        return new Status(send(path, token).statusCode());
    }

    private static HttpResponse<String> send(String path, @Nullable String token) throws Exception {
        String port = service.context().getEnvironment().getProperty("local.management.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
