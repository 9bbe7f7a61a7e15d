package io.entente.referral.partners;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again, for a moment, for what another topic is about to bring. A partner that was activated a second ago is in the
 * program; its profile travels over Kafka, and whoever refers at once must not be refused for that.
 */
public final class Arrivals {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private Arrivals() {}

    /** Looks until the result is as wanted or the time is up, and returns the last one either way. */
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
