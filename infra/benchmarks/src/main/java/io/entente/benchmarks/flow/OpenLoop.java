package io.entente.benchmarks.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate, whether or not earlier ones are answered, as people would. Each latency counts from the moment
 * at which its request was due. So a stall shows in the latency of every request that it delayed, including those that were sent
 * late because of it (no coordinated omission).
 *
 * @see <a href="https://hdrhistogram.github.io/HdrHistogram/">HdrHistogram</a>
 */
final class OpenLoop {

    private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;

    private final double perSecond;
    private final int count;
    private final Unanswered unanswered;

    OpenLoop(double perSecond, Duration length) {
        this.perSecond = perSecond;
        this.count = (int) Math.max(1, perSecond * length.toMillis() / 1_000);
        this.unanswered = new Unanswered((int) Math.ceil(perSecond));
    }

    /**
     * Runs until every request is answered or known to be unanswered.
     *
     * @param request sends a request and completes with {@link System#nanoTime()} of the moment at which it was answered
     * @return latencies in microseconds; an unanswered request has none
     */
    Histogram run(Supplier<CompletableFuture<Long>> request) {
        Histogram latencies = new ConcurrentHistogram(HIGHEST_MICROS, DIGITS);
        List<CompletableFuture<Boolean>> answers = new ArrayList<>(count);
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            long due = start + dueAfter(number);
            waitUntil(due);
            answers.add(unanswered.tolerate(
                    request.get().thenAccept(answered -> latencies.recordValue(micros(answered - due)))));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(HIGHEST_MICROS, TimeUnit.MICROSECONDS)
                .join();
        return latencies;
    }

    int count() {
        return count;
    }

    int unanswered() {
        return unanswered.count();
    }

    /** In nanoseconds from the start. */
    long dueAfter(int number) {
        return (long) (number * (TimeUnit.SECONDS.toNanos(1) / perSecond));
    }

    private static long micros(long nanos) {
        return Math.min(HIGHEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
