package io.entente.benchmarks.flow;

import io.entente.benchmarks.Progress;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests that weren't answered in time, or only by a 503 because the service could not reach its store at that moment. A few
 * of them don't end a benchmark: it goes on without them and its report says how many there were. A pause of the store fails all
 * requests in flight, so the bound is five pauses. Any other failure, and too many of these, make the figures meaningless.
 */
final class Unanswered {

    private static final int TOLERATED_PAUSES = 5;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private final AtomicInteger count = new AtomicInteger();
    private final int tolerated;

    /** @param inFlight how many requests a pause of a second can fail at once */
    Unanswered(int inFlight) {
        this.tolerated = TOLERATED_PAUSES * inFlight;
    }

    /** Completes with true if the request was answered, with false if it wasn't, and fails if it failed otherwise. */
    CompletableFuture<Boolean> tolerate(CompletableFuture<?> request) {
        return request.handle((answer, failure) -> {
            if (failure == null) {
                return true;
            }
            Throwable cause = failure instanceof CompletionException wrapper && wrapper.getCause() != null
                    ? wrapper.getCause()
                    : failure;
            if (!isTolerable(cause) || count.incrementAndGet() > tolerated) {
                throw new CompletionException(cause);
            }
            Progress.say("a request was not answered and is left out of the figures: %s", cause);
            return false;
        });
    }

    int count() {
        return count.get();
    }

    /** Fails if the answer to a creating request isn't 201. */
    static void requireCreated(HttpResponse<String> answer) {
        require(CREATED, answer);
    }

    /** Fails if the answer doesn't have this status. */
    static void require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() == UNAVAILABLE) {
            throw new UnavailableException(answer.body());
        }
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean isTolerable(Throwable cause) {
        return cause instanceof HttpTimeoutException
                || cause instanceof TimeoutException
                || cause instanceof UnavailableException;
    }

    /** The service answered 503. */
    static final class UnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnavailableException(String problem) {
            super(problem);
        }
    }
}
