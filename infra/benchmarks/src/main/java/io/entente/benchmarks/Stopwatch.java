package io.entente.benchmarks;

import java.util.concurrent.TimeUnit;

/** Times an action that does a known number of things. */
public final class Stopwatch {

    private Stopwatch() {}

    /** Something that takes time and may fail. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Runs the action and says how many of its {@code count} things it did in a second. */
    public static double perSecond(int count, Action action) throws Exception {
        // What was done before has left its garbage; to collect it isn't part of this.
        System.gc();
        long start = System.nanoTime();
        action.run();
        return rate(count, System.nanoTime() - start);
    }

    public static double rate(long count, long nanos) {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
