package io.entente.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition by checking it repeatedly, usually fifty times a second, so a check must be cheap. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Checking more often would take processor time from the subject. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, PATIENCE, PAUSE);
    }

    /** Waits for work that may take many minutes, and checks only twice a second. */
    public static void untilDone(String what, BooleanSupplier condition) {
        until(what, condition, LONG_PATIENCE, LONG_PAUSE);
    }

    private static void until(String what, BooleanSupplier condition, Duration patience, Duration pause) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + patience.toMinutes() + " minutes: " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
