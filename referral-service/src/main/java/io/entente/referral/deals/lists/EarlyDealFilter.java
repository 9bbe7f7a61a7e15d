package io.entente.referral.deals.lists;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects deals that closed before their referral was submitted, and names their order. What is null selects all.
 *
 * @param text words of the service, or the id of the deal or of its referral
 * @param from recorded at this instant or later
 * @param to recorded before this instant
 * @param sort by {@link #RECORDED}
 */
public record EarlyDealFilter(
        @Nullable SearchText text,
        @Nullable String partnerId,
        @Nullable Instant from,
        @Nullable Instant to,
        SortOrder sort) {

    /** By the time at which the deal was recorded. */
    public static final String RECORDED = "recorded";
}
