package io.entente.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Sends commands as a correct client does. After a clear failure (no connection, or a 5xx problem document) it sends the same command
 * with the same key again, until it is accepted. Any other answer is a violation: a hang, the refusal of a valid command, or a 5xx
 * without a problem document.
 */
final class Commands {

    private static final long FIRST_RETRY_MILLIS = 250;
    /** The pause between attempts, because callers that retry too often would cause the next outage. */
    private static final long LAST_RETRY_MILLIS = 2_000;

    private static final int REMEMBERED_VIOLATIONS = 20;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger clearFailures = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    /** @param key the {@code Idempotency-Key} of every attempt */
    CompletableFuture<Answer> send(Supplier<String> url, String body, String key) {
        CompletableFuture<Answer> accepted = new CompletableFuture<>();
        underWay.incrementAndGet();
        attempt(url, body, key, FIRST_RETRY_MILLIS, accepted);
        return accepted.whenComplete((answer, failure) -> underWay.decrementAndGet());
    }

    /** The number of commands that are sent and not yet accepted. */
    int underWay() {
        return underWay.get();
    }

    /** The number of attempts that failed clearly and were repeated. */
    int clearFailures() {
        return clearFailures.get();
    }

    /** The longest time that an attempt waited for its answer or failure. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos.get());
    }

    void assertNoViolations() {
        assertThat(violations).as("answers that no caller should get").isEmpty();
    }

    private void attempt(
            Supplier<String> url, String body, String key, long retryMillis, CompletableFuture<Answer> accepted) {
        String at = url.get();
        long sent = System.nanoTime();
        var unused = Http.postAsync(at, body, "Idempotency-Key", key).handle((answer, failure) -> {
            slowestNanos.accumulateAndGet(System.nanoTime() - sent, Math::max);
            if (failure == null && answer.status() < 300) {
                accepted.complete(answer);
            } else if (isClear(at, answer, failure)) {
                clearFailures.incrementAndGet();
                Executor later = CompletableFuture.delayedExecutor(retryMillis, TimeUnit.MILLISECONDS);
                later.execute(() -> attempt(url, body, key, Math.min(2 * retryMillis, LAST_RETRY_MILLIS), accepted));
            } else {
                accepted.completeExceptionally(new IllegalStateException("A valid command was refused: " + at));
            }
            return null;
        });
    }

    /** Whether to send the command again. Records a violation if the answer is one. */
    private boolean isClear(String url, Answer answer, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof HttpTimeoutException
                    && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
                violation("no answer within %s from %s".formatted(Http.PATIENCE, url));
            }
            return cause instanceof IOException;
        }
        boolean problem = answer.header("Content-Type").orElse("").startsWith("application/problem+json");
        if (answer.status() >= 500 && problem) {
            return true;
        }
        violation("%d from %s: %s".formatted(answer.status(), url, answer.body()));
        return false;
    }

    private void violation(String what) {
        if (violations.size() < REMEMBERED_VIOLATIONS) {
            violations.add(what);
        }
    }
}
