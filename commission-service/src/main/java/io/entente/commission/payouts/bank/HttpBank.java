package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Bank;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.Submission;
import io.entente.commission.payouts.Submission.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A bank, or the firm's own payment system, that accepts a pain.001 file over HTTP: a {@code POST} with the batch's key as
 * {@code Idempotency-Key}. A 2xx response means accepted, and a 4xx response means that the whole batch was refused. Any
 * other response, or none, is unknown, and a person must decide.
 */
public final class HttpBank implements Bank {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;

    private final URI address;
    private final PaymentFiles files;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public HttpBank(URI address, PaymentFiles files) {
        this.address = address;
        this.files = files;
    }

    @Override
    public Optional<String> missing(PayoutBatch batch) {
        return files.missing(batch);
    }

    @Override
    public Optional<String> problem(Payout payout) {
        return files.problem(payout);
    }

    @Override
    public Submission submit(PayoutBatch batch) {
        try {
            return files.use(batch, written -> send(batch, written));
        } catch (RefusedFileException refused) {
            return new Submission(Answer.REFUSED, refused.reason());
        } catch (IOException unanswered) {
            return new Submission(Answer.UNKNOWN, "The bank didn't answer: " + unanswered);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Submission(Answer.UNKNOWN, "The service was stopped while it was sending.");
        }
    }

    private Submission send(PayoutBatch batch, Path written) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", batch.submissionKey())
                .POST(BodyPublishers.ofFile(written))
                .build();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
        return new Submission(answer(response.statusCode()), "The bank answered " + response.statusCode() + ".");
    }

    private static Answer answer(int status) {
        if (status / 100 == 2) {
            return Answer.ACCEPTED;
        }
        // A timeout or a key in use says nothing about the payment.
        boolean refused =
                status >= CLIENT_ERROR && status < SERVER_ERROR && status != REQUEST_TIMEOUT && status != CONFLICT;
        return refused ? Answer.REFUSED : Answer.UNKNOWN;
    }
}
