package io.entente.referral.sla;

import java.time.Duration;
import java.time.Instant;

/** The time in which a promise is measured: all of it, or working hours only. */
public interface WorkTime {

    /** Every hour counts. A day is 24 hours, also where clocks are put forward or back. */
    WorkTime WALL = new WorkTime() {
        @Override
        public Instant plus(Instant from, Duration work) {
            return from.plus(work);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
        }
    };

    /**
     * The first instant by which this much of it has passed.
     *
     * @param work zero or more
     */
    Instant plus(Instant from, Duration work);

    /** How much of it passes between two instants; zero where the second is before the first. */
    Duration between(Instant from, Instant to);
}
