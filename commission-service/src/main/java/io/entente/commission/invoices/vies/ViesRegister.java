package io.entente.commission.invoices.vies;

import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.VatIdCheck.Result;
import io.entente.commission.invoices.vat.VatRegister;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks VIES by its REST interface. Member states are often unavailable there, so no answer within the time limits is a result
 * of its own and never an error.
 *
 * @see <a href="https://ec.europa.eu/taxation_customs/vies/#/technical-information">VIES, technical information</a>
 */
public final class ViesRegister implements VatRegister {

    private static final Logger LOG = LoggerFactory.getLogger(ViesRegister.class);

    /** The prefix of a VAT id has this many letters. */
    private static final int PREFIX = 2;

    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final URI address;
    private final String requester;
    private final Duration answerWithin;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    /**
     * @param address of the operation, such as {@code …/vies/rest-api/check-vat-number}
     * @param requester the firm's own VAT id, without which VIES gives no reference; empty if none
     * @param answerWithin how long the connection and the answer may take together
     */
    public ViesRegister(URI address, String requester, Duration answerWithin, ObjectMapper json, Clock clock) {
        this.address = address;
        this.requester = requester;
        this.answerWithin = answerWithin;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(answerWithin).build();
    }

    @Override
    public Optional<VatIdCheck> check(String vatId) {
        JsonNode answer = answer(vatId);
        JsonNode valid = answer == null ? null : answer.get("valid");
        Result result = valid == null || !valid.isBoolean()
                ? Result.NOT_REACHED
                : valid.booleanValue() ? Result.VALID : Result.INVALID;
        String reference =
                answer == null ? "" : answer.path("requestIdentifier").asString("");
        return Optional.of(new VatIdCheck(
                result,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                result == Result.NOT_REACHED || reference.isBlank() ? null : reference));
    }

    private @Nullable JsonNode answer(String vatId) {
        // The timeout of the request ends with the head of the answer. This one includes the body.
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request(vatId), BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
            boolean usable = response.statusCode() == OK && response.body().length <= MAX_ANSWER_BYTES;
            return usable ? json.readTree(response.body()) : null;
        } catch (ExecutionException | TimeoutException | JacksonException unanswered) {
            LOG.warn("VIES gave no answer: {}", unanswered.toString());
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(String vatId) {
        ObjectNode body = json.createObjectNode()
                .put("countryCode", vatId.substring(0, PREFIX))
                .put("vatNumber", vatId.substring(PREFIX));
        if (!requester.isEmpty()) {
            body.put("requesterMemberStateCode", requester.substring(0, PREFIX))
                    .put("requesterNumber", requester.substring(PREFIX));
        }
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }
}
