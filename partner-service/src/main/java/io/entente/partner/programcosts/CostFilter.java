package io.entente.partner.programcosts;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries and names their order. What is null selects all.
 *
 * @param text words of the note
 * @param from only entries of this day or later
 * @param to only entries of this day or earlier
 * @param sort by {@link #DAY} or {@link #AMOUNT}
 */
public record CostFilter(
        @Nullable SearchText text,
        @Nullable CostCategory category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SortOrder sort) {

    /** By the day on which it counts. */
    public static final String DAY = "day";

    /** By currency and amount. */
    public static final String AMOUNT = "amount";
}
