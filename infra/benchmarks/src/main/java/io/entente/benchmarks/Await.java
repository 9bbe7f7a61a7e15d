package io.entente.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition by looking, fifty times a second: what it watches must be cheap to look at. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Looking at the meters costs processor time that the subject wants. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
