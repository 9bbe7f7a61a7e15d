package io.entente.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a mail that didn't go is tried again. Published: a partner's manager can say when the next try is.
 *
 * @param first waits after the first failures, in order
 * @param thenEvery the wait after each later failure
 * @param giveUpAfter counted from when the mail was first due; no try is planned beyond it
 */
public record RetrySchedule(List<Duration> first, Duration thenEvery, Duration giveUpAfter) {

    /** Below this, a schedule would only hammer the mail server. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    public RetrySchedule {
        first = List.copyOf(first);
        if (thenEvery.compareTo(SHORTEST_WAIT) < 0
                || first.stream().anyMatch(wait -> wait.compareTo(SHORTEST_WAIT) < 0)) {
            throw new IllegalArgumentException("every wait of the retry schedule must be at least " + SHORTEST_WAIT);
        }
    }

    /** When to try again after so many failures; empty where it is time to give up. */
    public Optional<Instant> next(int failures, Instant since, Instant now) {
        Duration wait = failures <= first.size() ? first.get(failures - 1) : thenEvery;
        Instant next = now.plus(wait);
        return next.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }
}
