package io.entente.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a failed mail is retried. The schedule is published, so the time of the next attempt is known to everybody.
 *
 * @param first delays after the first failures, in order
 * @param thenEvery the delay after each later failure
 * @param giveUpAfter counted from the time when the mail was first due; there is no attempt after it
 */
public record RetrySchedule(List<Duration> first, Duration thenEvery, Duration giveUpAfter) {

    /** A shorter delay would only overload the mail server. */
    private static final Duration SHORTEST_DELAY = Duration.ofMillis(100);

    public RetrySchedule {
        first = List.copyOf(first);
        if (thenEvery.compareTo(SHORTEST_DELAY) < 0
                || first.stream().anyMatch(delay -> delay.compareTo(SHORTEST_DELAY) < 0)) {
            throw new IllegalArgumentException("Every delay of the retry schedule must be at least " + SHORTEST_DELAY);
        }
    }

    /** The time of the next attempt after this number of failures; empty if the mail is given up. */
    public Optional<Instant> next(int failures, Instant since, Instant now) {
        Duration delay = failures <= first.size() ? first.get(failures - 1) : thenEvery;
        Instant next = now.plus(delay);
        return next.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
