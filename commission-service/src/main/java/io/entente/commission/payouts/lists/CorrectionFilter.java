package io.entente.commission.payouts.lists;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects corrections of outcomes and names their order. What is null selects all.
 *
 * @param text words of the correction's, payout's or batch's id, of the end-to-end id or of the partner's id
 * @param named partners whose corrections are found beside those with the words, because their names have them
 * @param statuses only corrections with one of these; all if there is none
 * @param from asked for at this instant or later
 * @param before asked for before this instant
 * @param sort by {@link #ASKED}
 */
public record CorrectionFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        Set<OutcomeCorrection.Status> statuses,
        @Nullable PartnerId partner,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time of the request. */
    public static final String ASKED = "asked";

    public CorrectionFilter {
        named = List.copyOf(named);
        statuses = Set.copyOf(statuses);
    }
}
