package io.entente.referral.partners;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits a moment for data that another topic is about to deliver. The profile of a partner that was activated a second ago may
 * still be on its way through Kafka, and a referral of this partner must not be refused for that reason.
 */
public final class Arrivals {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private Arrivals() {}

    /** Repeats a lookup until its result is as wanted or the time is up. Returns the last result in either case. */
    public static <T> T await(Supplier<T> lookup, Predicate<T> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        T found = lookup.get();
        while (!wanted.test(found)
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            found = lookup.get();
        }
        return found;
    }
}
