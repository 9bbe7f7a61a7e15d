package io.entente.benchmarks.flow;

import io.entente.benchmarks.Progress;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts requests that weren't answered in time. A few of them don't end a benchmark: it goes on without them and its report
 * says how many there were. Any other failure, and too many timeouts, make its figures meaningless.
 */
final class Timeouts {

    private static final int TOLERATED = 5;

    private final AtomicInteger count = new AtomicInteger();

    /** Completes with true if the request was answered, with false if it timed out, and fails if it failed otherwise. */
    CompletableFuture<Boolean> tolerate(CompletableFuture<?> request) {
        return request.handle((answer, failure) -> {
            if (failure == null) {
                return true;
            }
            Throwable cause = failure instanceof CompletionException wrapper && wrapper.getCause() != null
                    ? wrapper.getCause()
                    : failure;
            boolean isTimeout = cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
            if (!isTimeout || count.incrementAndGet() > TOLERATED) {
                throw new CompletionException(cause);
            }
            Progress.say("a request timed out and is left out of the figures: %s", cause);
            return false;
        });
    }

    int count() {
        return count.get();
    }
}
