package io.entente.benchmarks;

import java.util.concurrent.TimeUnit;

/** Measures how often per second an action does something. */
public final class Stopwatch {

    private Stopwatch() {}

    /** An action that takes time and may fail. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Runs an action that does {@code count} things and returns how many it did per second. */
    public static double perSecond(int count, Action action) throws Exception {
        // Garbage of earlier work must not be collected during the measurement.
        System.gc();
        long start = System.nanoTime();
        action.run();
        return rate(count, System.nanoTime() - start);
    }

    public static double rate(long count, long nanos) {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
