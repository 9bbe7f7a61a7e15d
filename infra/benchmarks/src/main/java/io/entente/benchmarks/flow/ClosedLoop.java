package io.entente.benchmarks.flow;

import io.entente.benchmarks.Stopwatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A fixed number of callers, each of which sends its next request when the previous one is answered. It finds the capacity. */
final class ClosedLoop {

    private final int callers;
    private final long lengthNanos;

    ClosedLoop(int callers, Duration length) {
        this.callers = callers;
        this.lengthNanos = length.toNanos();
    }

    /**
     * Runs until each caller's last request is answered.
     *
     * @throws java.util.concurrent.CompletionException if a request failed and {@link Unanswered} doesn't tolerate it
     */
    Result run(Supplier<CompletableFuture<Long>> request) {
        long start = System.nanoTime();
        AtomicInteger answered = new AtomicInteger();
        Unanswered unanswered = new Unanswered(callers);
        CompletableFuture.allOf(IntStream.range(0, callers)
                        .mapToObj(caller -> callUntil(start + lengthNanos, request, answered, unanswered))
                        .toArray(CompletableFuture[]::new))
                .join();
        return new Result(answered.get(), System.nanoTime() - start, unanswered.count());
    }

    private static CompletableFuture<Void> callUntil(
            long end, Supplier<CompletableFuture<Long>> request, AtomicInteger answered, Unanswered unanswered) {
        return unanswered.tolerate(request.get()).thenComposeAsync(isAnswered -> {
            if (isAnswered) {
                answered.incrementAndGet();
            }
            return System.nanoTime() > end
                    ? CompletableFuture.completedFuture(null)
                    : callUntil(end, request, answered, unanswered);
        });
    }

    /**
     * How a run went.
     *
     * @param unanswered requests without an answer, or with a 503; they aren't among the answered ones
     */
    record Result(int answered, long nanos, int unanswered) {

        double perSecond() {
            return Stopwatch.rate(answered, nanos);
        }
    }
}
