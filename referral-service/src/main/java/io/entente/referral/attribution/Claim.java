package io.entente.referral.attribution;

import io.entente.referral.attribution.checks.ClientCheck;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * An introduction's hold on a client. Only one introduction holds a client's key at a time.
 *
 * @param takenAt when the claim was taken or renewed; the introduction itself may have happened long before
 * @param place the claim's place among the claims on similar clients
 */
public record Claim(Introduction by, Instant takenAt, Place place) {

    /**
     * A place in the order of claims. It stays the same as long as the claim is held, and the winner of a conflict gets the
     * place of the loser. No two claims have the same place, so among any number of claims exactly one goes first.
     *
     * @param since when the first claim with this place was taken
     * @param referralId of the first claim with this place
     */
    public record Place(Instant since, String referralId) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::since).thenComparing(Place::referralId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** How long a client is held for a partner that has asked for it and hasn't submitted a referral yet. */
    static final Duration HOLD = Duration.ofHours(1);

    /** Whether the client is only held for a partner. The id of such a claim is that of a check, not of a referral. */
    boolean isHold() {
        return by.referralId().startsWith(ClientCheck.PREFIX + "_");
    }

    Instant heldUntil() {
        return takenAt.plus(HOLD);
    }

    /** A claim that is taken now. Its times are as exact as the store keeps them, so everybody sees the same order. */
    static Claim taken(Introduction by, Instant now) {
        Instant stored = now.truncatedTo(ChronoUnit.MILLIS);
        return new Claim(by, stored, new Place(stored, by.referralId()));
    }

    /**
     * The same claim with a later time. Each renewal has another time than the one before, even within one millisecond, so whoever
     * has read an earlier one notices.
     */
    Claim renewed(Instant now) {
        Instant next = takenAt.plusMillis(1);
        return new Claim(by, now.isAfter(next) ? now : next, place);
    }

    /** The same claim with another place. */
    Claim at(Place other) {
        return new Claim(by, takenAt, other);
    }

    /** Whether this claim goes first if both are on similar clients. */
    public boolean precedes(Claim other) {
        return place.compareTo(other.place) < 0;
    }
}
