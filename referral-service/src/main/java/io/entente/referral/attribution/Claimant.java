package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral as far as its claim goes.
 *
 * @param state the referral's, for people to read
 * @param protectedUntil until when the claim holds; absent where that isn't limited yet
 */
public record Claimant(Introduction introduction, Phase phase, String state, @Nullable Instant protectedUntil) {

    /** What a referral's state means for its claim. */
    public enum Phase {
        /** It goes on, and claims its client. */
        ACTIVE,
        /** It waits for the decision of a conflict. */
        CONFLICTED,
        /** It was won; it has its client for as long as it is protected. */
        WON,
        /** Another referral holds the claim. */
        YIELDED,
        /** It is over, or never was about a claim. */
        NONE
    }

    /** Whether its claim keeps others away from the client. */
    boolean holds(Instant now) {
        return switch (phase) {
            case ACTIVE, CONFLICTED, WON -> protectedUntil == null || protectedUntil.isAfter(now);
            case YIELDED, NONE -> false;
        };
    }

    /** Whether a decision for it can take effect: a referral that ended has no use for the client. */
    boolean canWin() {
        return phase != Phase.NONE;
    }
}
