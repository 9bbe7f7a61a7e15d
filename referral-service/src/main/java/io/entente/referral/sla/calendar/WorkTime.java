package io.entente.referral.sla.calendar;

import java.time.Duration;
import java.time.Instant;

/** The kind of time in which a promise is measured: all of it, or working hours only. */
public interface WorkTime {

    /** Every hour counts. A day has 24 hours, even if clocks are put forward or back. */
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
     * The first instant by which this amount of time has passed.
     *
     * @param work zero or more
     */
    Instant plus(Instant from, Duration work);

    /** The amount of time that passes between two instants; zero if the second is before the first. */
    Duration between(Instant from, Instant to);
}
