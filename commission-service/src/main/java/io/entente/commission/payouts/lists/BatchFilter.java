package io.entente.commission.payouts.lists;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects payout batches and names their order. What is null selects all.
 *
 * @param text words of the batch's id, of its note, or of those who planned, approved or sent it
 * @param statuses only batches with one of these; all if there is none
 * @param from planned at this instant or later
 * @param before planned before this instant
 * @param sort by {@link #PLANNED}
 */
public record BatchFilter(
        @Nullable SearchText text,
        Set<PayoutBatch.Status> statuses,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time of planning. */
    public static final String PLANNED = "planned";

    public BatchFilter {
        statuses = Set.copyOf(statuses);
    }
}
