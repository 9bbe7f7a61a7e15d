package io.entente.benchmarks.flow;

import io.entente.benchmarks.Stopwatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A fixed number of callers, each of which sends its next request when the one before is answered: finds the capacity. */
final class ClosedLoop {

    private final int callers;
    private final long lengthNanos;

    ClosedLoop(int callers, Duration length) {
        this.callers = callers;
        this.lengthNanos = length.toNanos();
    }

    /** Answers per second, all callers together. */
    double run(Supplier<CompletableFuture<Long>> request) {
        long start = System.nanoTime();
        AtomicInteger answered = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        CompletableFuture.allOf(IntStream.range(0, callers)
                        .mapToObj(caller -> call(request, start + lengthNanos, answered, failed))
                        .toArray(CompletableFuture[]::new))
                .join();
        Throwable failure = failed.get();
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return Stopwatch.rate(answered.get(), System.nanoTime() - start);
    }

    private static CompletableFuture<Void> call(
            Supplier<CompletableFuture<Long>> request,
            long end,
            AtomicInteger answered,
            AtomicReference<@Nullable Throwable> failed) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        callAgain(request, end, answered, failed, done);
        return done;
    }

    private static void callAgain(
            Supplier<CompletableFuture<Long>> request,
            long end,
            AtomicInteger answered,
            AtomicReference<@Nullable Throwable> failed,
            CompletableFuture<Void> done) {
        var unused = request.get().whenCompleteAsync((at, failure) -> {
            if (failure != null) {
                failed.set(failure);
            } else {
                answered.incrementAndGet();
            }
            if (failure != null || System.nanoTime() > end) {
                done.complete(null);
            } else {
                callAgain(request, end, answered, failed, done);
            }
        });
    }
}
