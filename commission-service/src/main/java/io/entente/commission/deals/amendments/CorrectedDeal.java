package io.entente.commission.deals.amendments;

import io.entente.commission.deals.Deal;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import org.jspecify.annotations.Nullable;

/**
 * The last correction of a deal that is known.
 *
 * @param deal the whole deal after the correction
 * @param sequence the sequence of its event among those of the deal
 * @param number number of the correction, from 1
 * @param ended whether the engagement ended, rather than details being wrong
 * @param what the details that changed, in words: {@code amount USD 15040.00 -> USD 10540.00}
 * @param reason a text for the partner; null if none was given
 * @param service null if the service didn't change
 */
public record CorrectedDeal(
        Deal deal,
        long sequence,
        int number,
        boolean ended,
        String what,
        @Nullable String reason,
        String actor,
        @Nullable ServiceChange service) {

    private static final String PREFIX = "correction/";

    private static final String ENDED = "The engagement ended.";
    private static final String CORRECTED = "The deal was corrected.";

    /** Creates a correction that leaves the service as it is. */
    public CorrectedDeal(
            Deal deal, long sequence, int number, boolean ended, String what, @Nullable String reason, String actor) {
        this(deal, sequence, number, ended, what, reason, actor, null);
    }

    /** Identifies the correction among those of a commission. */
    public String id() {
        return PREFIX + sequence;
    }

    /** Whether the id of a correction of a commission is that of a corrected deal. */
    public static boolean isIdOfOne(String correction) {
        return correction.startsWith(PREFIX);
    }

    /** The sequence of the correction with an id of {@link #id}. */
    public static long sequenceOf(String correction) {
        return Long.parseLong(correction.substring(PREFIX.length()));
    }

    /** Returns the reason for the ledger. */
    public Because because() {
        if (reason != null) {
            return Because.words(reason);
        }
        return ended ? Because.of(Code.ENGAGEMENT_ENDED, ENDED) : Because.of(Code.DEAL_CORRECTED, CORRECTED);
    }
}
