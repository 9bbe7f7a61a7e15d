package io.entente.referral.clocks.mongo;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time that is read from one of its ends.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Span(Instant from, Instant to, boolean isBackwards) {

    /** The shortest span: the store knows instants to the millisecond. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean isShortest() {
        return length().compareTo(SHORTEST) <= 0;
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** The part that is read first. */
    Span first(Duration length) {
        if (length.compareTo(length()) >= 0) {
            return this;
        }
        return isBackwards ? new Span(to.minus(length), to, true) : new Span(from, from.plus(length), false);
    }

    Span half() {
        Duration half = Duration.ofMillis(length().toMillis() / 2);
        return first(half.compareTo(SHORTEST) < 0 ? SHORTEST : half);
    }

    /** What is left after a part that was read first. */
    Span after(Span read) {
        return isBackwards ? new Span(from, read.from, true) : new Span(read.to, to, false);
    }
}
