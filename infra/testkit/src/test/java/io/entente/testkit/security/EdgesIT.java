package io.entente.testkit.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.RunningService.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service does at its edges: headers, limits of requests and connections, clients that are slow or send too much. */
class EdgesIT {

    private static final TestTokens TOKENS = TestTokens.shared();
    private static final String ORDERS = "/api/orders";
    private static final int BURST = 5;
    private static final int MANY = 1_000;
    private static final int MILLIS = 30_000;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                SecuredApplication.service(),
                "--server.tomcat.connection-timeout=500ms",
                "--server.tomcat.max-connections=100",
                "--server.tomcat.accept-count=2000",
                "--entente.limits.body-time=1s",
                "--entente.limits.rate.enabled=true",
                "--entente.limits.rate.per-second=1",
                "--entente.limits.rate.burst=" + BURST);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/o-1", "/api/orders/o-9", "/no/such/path", "/actuator/health"})
    void every_answer_has_the_headers_that_protect_browsers(String path) {
        for (Answer answer :
                List.of(service.as(person()).get(path), service.anonymous().get(path))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000; includeSubDomains");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void a_client_that_sends_too_many_requests_gets_429_and_other_clients_go_on() {
        Client busy = service.as(TOKENS.person("busy", "FINANCE"));
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 3 * BURST; i++) {
            answers.add(busy.get(ORDERS));
        }

        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(answers.subList(0, BURST)).allMatch(answer -> answer.status() == 200);
        assertThat(refused.header("Retry-After")).contains("1");
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.header("X-Correlation-Id")).isPresent();
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("You send too many requests. Send the next one in 1 s.");
        assertThat(service.as(person()).get(ORDERS).status()).isEqualTo(200);
        await().until(() -> busy.get(ORDERS).status() == 200);
    }

    @Test
    void a_bad_token_is_401_however_many_requests_come_and_uses_up_nobodys_requests() {
        for (int i = 0; i < 3 * BURST; i++) {
            assertThat(service.as(TOKENS.expired()).get(ORDERS).status()).isEqualTo(401);
            assertThat(service.anonymous().get(ORDERS).status()).isEqualTo(401);
        }
        assertThat(service.as(TOKENS.finance()).get(ORDERS).status()).isEqualTo(200);
    }

    @Test
    void without_sign_in_a_client_is_its_address_and_the_health_always_answers() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3 * BURST; i++) {
            statuses.add(service.anonymous().post(ORDERS + "/hubspot", "{}").status());
            assertThat(service.anonymous().get("/actuator/health").status()).isEqualTo(200);
        }
        assertThat(statuses).contains(429);
    }

    @Test
    void a_body_or_a_header_that_is_too_large_is_refused() {
        assertThat(service.as(person())
                        .post(ORDERS, "{\"partnerId\":\"%s\"}".formatted("x".repeat(300_000)))
                        .status())
                .isEqualTo(413);
        assertThat(service.as("A".repeat(34_000)).get(ORDERS).status()).isEqualTo(400);
    }

    @Test
    void a_connection_without_a_whole_header_is_closed() throws IOException {
        for (String begun : List.of("", "GET /api/orders HT", "GET /api/orders HTTP/1.1\r\nHost: localhost\r\nX-A: ")) {
            try (Socket client = connect()) {
                client.getOutputStream().write(begun.getBytes(US_ASCII));
                assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                        .doesNotContain("HTTP/1.1 200")
                        .doesNotContain("HTTP/1.1 500");
            }
        }
    }

    @Test
    void a_body_that_stops_or_trickles_is_408_and_frees_its_thread() throws IOException {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try (Socket stopped = connect();
                Socket trickling = connect()) {
            stopped.getOutputStream().write(request("{\"partnerId\":"));
            trickling.getOutputStream().write(request("{"));
            // Each byte comes before the connection times out.
            ScheduledFuture<?> trickle =
                    timer.scheduleAtFixedRate(() -> send(trickling), 0, 100, TimeUnit.MILLISECONDS);

            assertThat(firstLine(stopped)).startsWith("HTTP/1.1 408");
            assertThat(firstLine(trickling)).startsWith("HTTP/1.1 408");
            // The service closes the connection instead of reading the rest of the body.
            assertThat(rest(trickling)).contains("The body must arrive faster.");
            trickle.cancel(true);
        } finally {
            timer.shutdownNow();
        }
        assertThat(service.as(person()).get(ORDERS).status()).isEqualTo(200);
    }

    private static String rest(Socket client) {
        StringBuilder rest = new StringBuilder();
        try {
            for (int c = client.getInputStream().read();
                    c >= 0;
                    c = client.getInputStream().read()) {
                rest.append((char) c);
            }
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException("The service keeps the connection", e);
        } catch (IOException e) {
            // Closing while the client still sends is a reset.
            return rest.toString();
        }
        return rest.toString();
    }

    private static void send(Socket client) {
        try {
            client.getOutputStream().write(' ');
        } catch (IOException e) {
            throw new UncheckedIOException("The service has closed the connection, which ends the schedule", e);
        }
    }

    @Test
    void a_thousand_idle_connections_are_bounded_and_the_service_goes_on() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                idle.add(connect());
            }
            assertThat(service.as(person()).get(ORDERS).status()).isEqualTo(200);
            for (Socket client : idle) {
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket client : idle) {
                client.close();
            }
        }
    }

    private static byte[] request(String begunBody) {
        return ("POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + person() + "\r\n\r\n" + begunBody)
                .getBytes(US_ASCII);
    }

    private static String firstLine(Socket client) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = client.getInputStream().read();
                c >= 0 && c != '\r';
                c = client.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static Socket connect() throws IOException {
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", "0"));
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(MILLIS);
        return client;
    }

    /** Another person each time, so that the rate limit of one test doesn't meet another. */
    private static String person() {
        return TOKENS.person("p-" + System.nanoTime(), "FINANCE");
    }
}
