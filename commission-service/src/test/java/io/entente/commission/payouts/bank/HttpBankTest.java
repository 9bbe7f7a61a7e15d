package io.entente.commission.payouts.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entente.commission.payouts.ListedPayouts;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutMother;
import io.entente.commission.payouts.Submission.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HttpBankTest {

    private static final Clock CLOCK = Clock.fixed(PayoutMother.NOW, ZoneOffset.UTC);

    private final PayoutBatch batch = PayoutMother.batch()
            .planned()
            .approve("finance:u-2", PayoutMother.NOW)
            .orElseThrow();
    private final AtomicReference<String> key = new AtomicReference<>();
    private final AtomicReference<String> body = new AtomicReference<>();

    @Test
    void the_banks_response_decides_and_a_missing_response_is_unknown() throws IOException {
        assertThat(answerTo(200)).isEqualTo(Answer.ACCEPTED);
        assertThat(key.get()).isEqualTo(batch.submissionKey());
        assertThat(body.get()).contains("CstmrCdtTrfInitn");
        assertThat(answerTo(422)).isEqualTo(Answer.REFUSED);
        for (int status : new int[] {408, 409, 500, 503}) {
            assertThat(answerTo(status)).as("%d", status).isEqualTo(Answer.UNKNOWN);
        }
        assertThat(bank(1).submit(batch).answer()).as("no server listens").isEqualTo(Answer.UNKNOWN);
    }

    private Answer answerTo(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            key.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return bank(server.getAddress().getPort()).submit(batch).answer();
        } finally {
            server.stop(0);
        }
    }

    private static HttpBank bank(int port) {
        Pain001 file = new Pain001(
                new ListedPayouts(List.of(PayoutMother.planned(PayoutMother.payee("par_nord"), "EUR 1.00"))),
                new Debtor("Northwind", "CH9300762011623852957", "", null, Map.of()),
                PayoutMother.POLICIES,
                ZoneOffset.UTC,
                CLOCK);
        return new HttpBank(URI.create("http://localhost:" + port + "/payments"), new PaymentFiles(file));
    }
}
