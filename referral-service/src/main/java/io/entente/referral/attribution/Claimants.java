package io.entente.referral.attribution;

import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Verdict;
import java.time.Instant;
import java.util.Optional;

/** The referrals behind the claims. Each command is idempotent and tells the referral's partner by an event of the referral. */
public interface Claimants {

    /** What became of a command. */
    enum Answer {
        /** Now, or before. */
        DONE,
        /** The referral's state doesn't take it. */
        REFUSED,
        /** There is no such referral (yet). */
        ABSENT
    }

    Optional<Claimant> find(String referralId);

    /** Tells one of the two referrals of a conflict: the challenger waits, the holder goes on. */
    Answer contest(String referralId, ConflictCase conflict);

    /**
     * Tells one of the two what was decided, and carries it out: the one goes on, the other is a duplicate.
     *
     * @param verdict of the case, its last
     */
    Answer decide(String referralId, ConflictCase conflict, Verdict verdict);

    /**
     * Says that the protection is about to end, unless it has been extended since.
     *
     * @param due when it was to be said: of one time there is one reminder
     */
    Answer remind(String referralId, Instant protectedUntil, Instant due);

    /** Ends a referral whose protection has run out, unless it has been extended since. */
    Answer expire(String referralId, Instant protectedUntil);
}
