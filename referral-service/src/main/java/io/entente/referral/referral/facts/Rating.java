package io.entente.referral.referral.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client's opinion of the service it was referred for. If there are several ratings for the same deal, the last one
 * counts.
 *
 * @param score from 0, very unsatisfied, to 10, very satisfied
 * @param dealId absent if the whole referral was rated
 * @param comment in the client's words; stays in this service
 */
public record Rating(Instant at, int score, @Nullable String dealId, @Nullable String comment) {

    public static final int MAX_SCORE = 10;

    /** The maximum number of ratings of one referral. */
    public static final int MAX_PER_REFERRAL = 100;

    /** The maximum number of characters in one comment. */
    public static final int MAX_COMMENT_LENGTH = 2_000;

    @Override
    public String toString() {
        return "Rating[%d, deal %s]".formatted(score, dealId);
    }
}
