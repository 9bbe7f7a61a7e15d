package io.entente.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition by checking it fifty times a second, so a check must be cheap. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Checking more often would take processor time from the subject. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
