package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a referral that matter for its claim.
 *
 * @param state the referral's state, for messages
 * @param protectedUntil when the claim ends; absent as long as the claim has no end
 * @param isContested whether its partner has been told that a conflict is open, and has not heard the end of it
 */
public record Claimant(
        Introduction introduction, Phase phase, String state, @Nullable Instant protectedUntil, boolean isContested) {

    /** The meaning of a referral's state for its claim. */
    public enum Phase {
        /** The referral is in progress and claims its client. */
        ACTIVE,
        /** The referral waits for the decision of a conflict. */
        CONFLICTED,
        /** The referral was won and keeps its client until its protection ends. */
        WON,
        /** Another referral holds the claim. */
        YIELDED,
        /** The referral has ended, or never claimed a client. */
        NONE
    }

    /** Whether its claim keeps other partners from claiming the client. */
    boolean holds(Instant now) {
        return switch (phase) {
            case ACTIVE, CONFLICTED, WON -> protectedUntil == null || protectedUntil.isAfter(now);
            case YIELDED, NONE -> false;
        };
    }

    /** Whether a conflict can be decided in its favor. A referral that has ended can't use the client any more. */
    boolean canWin() {
        return phase != Phase.NONE;
    }
}
