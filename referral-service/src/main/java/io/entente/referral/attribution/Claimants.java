package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Verdict;
import java.time.Instant;
import java.util.Optional;

/** The referrals behind the claims. Each command is idempotent and informs the referral's partner with an event of the referral. */
public interface Claimants {

    /** The effect of a command on a referral. */
    enum Effect {
        /** The command has taken effect, now or earlier. */
        DONE,
        /** The referral's state doesn't allow the command. */
        REFUSED,
        /** There is no such referral, or it has not been written yet. */
        ABSENT
    }

    Optional<Claimant> find(String referralId);

    /** Informs one of the two referrals about the conflict. The challenger waits; the holder continues. */
    Effect contest(String referralId, ConflictCase conflict);

    /**
     * Informs one of the two referrals about the decision and applies it: one continues, the other becomes a duplicate.
     *
     * @param verdict the last verdict of the case
     * @param isContestedFurther whether another conflict of the referral about the client is open, so that the partner is not told
     *     that the client is its own
     */
    Effect decide(String referralId, ConflictCase conflict, Verdict verdict, boolean isContestedFurther);

    /**
     * Reminds the partner that the protection will end soon, unless it has been extended since.
     *
     * @param due when the reminder was due; there is one reminder for each time
     */
    Effect remind(String referralId, Instant protectedUntil, Instant due);

    /** Ends a referral whose protection has run out, unless it has been extended since. */
    Effect expire(String referralId, Instant protectedUntil);
}
