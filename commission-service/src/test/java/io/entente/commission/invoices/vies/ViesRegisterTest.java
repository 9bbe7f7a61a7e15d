package io.entente.commission.invoices.vies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.VatIdCheck.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What VIES answers, played by a server on this machine. */
class ViesRegisterTest {

    private static final Instant NOW = Instant.parse("2026-08-03T09:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicReference<String> asked = new AtomicReference<>("");

    @Test
    void the_answer_decides_and_its_reference_is_kept() throws IOException {
        VatIdCheck valid = answered(200, "{\"valid\":true,\"requestIdentifier\":\"WAPIAAAAY1\",\"name\":\"---\"}");

        assertThat(valid).isEqualTo(new VatIdCheck(Result.VALID, NOW, "WAPIAAAAY1"));
        assertThat(JSON.readTree(asked.get()))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"countryCode":"DE","vatNumber":"136695976",
                                 "requesterMemberStateCode":"FR","requesterNumber":"40303265045"}
                                """));
        assertThat(answered(200, "{\"valid\":false,\"requestIdentifier\":\"\"}"))
                .isEqualTo(new VatIdCheck(Result.INVALID, NOW, null));
    }

    @Test
    void no_usable_answer_is_a_result_of_its_own() throws IOException {
        for (String body : new String[] {
            "{\"actionSucceed\":false,\"errorWrappers\":[{\"error\":\"MS_UNAVAILABLE\"}]}",
            "<html>Maintenance</html>",
            "",
            "{\"valid\":\"yes\"}",
            "{\"valid\":true,\"name\":\"" + "x".repeat(70_000) + "\"}"
        }) {
            assertThat(answered(200, body).result()).as(body).isEqualTo(Result.NOT_REACHED);
        }
        assertThat(answered(500, "{\"valid\":true}").result()).isEqualTo(Result.NOT_REACHED);
        assertThat(register(1).check("DE136695976").orElseThrow().result())
                .as("no server listens")
                .isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void an_answer_that_takes_too_long_is_not_waited_for() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer server = server();
        server.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            assertThat(register(server.getAddress().getPort())
                            .check("DE136695976")
                            .orElseThrow()
                            .result())
                    .isEqualTo(Result.NOT_REACHED);
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    private VatIdCheck answered(int status, String body) throws IOException {
        HttpServer server = server();
        server.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return register(server.getAddress().getPort()).check("DE136695976").orElseThrow();
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    private static ViesRegister register(int port) {
        return new ViesRegister(
                URI.create("http://localhost:" + port + "/check-vat-number"),
                "FR40303265045",
                Duration.ofSeconds(2),
                JSON,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
