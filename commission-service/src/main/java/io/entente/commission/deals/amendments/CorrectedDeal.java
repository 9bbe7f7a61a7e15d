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
 */
public record CorrectedDeal(
        Deal deal, long sequence, int number, boolean ended, String what, @Nullable String reason, String actor) {

    private static final String PREFIX = "correction/";

    private static final String ENDED = "The engagement ended.";
    private static final String CORRECTED = "The deal was corrected.";

    /** Identifies the correction among those of a commission. */
    public String id() {
        return PREFIX + sequence;
    }

    /** Whether the id of a correction of a commission is that of a corrected deal. */
    public static boolean isIdOfOne(String correction) {
        return correction.startsWith(PREFIX);
    }

    /** Returns the reason for the ledger. */
    public Because because() {
        if (reason != null) {
            return Because.words(reason);
        }
        return ended ? Because.of(Code.ENGAGEMENT_ENDED, ENDED) : Because.of(Code.DEAL_CORRECTED, CORRECTED);
    }
}
