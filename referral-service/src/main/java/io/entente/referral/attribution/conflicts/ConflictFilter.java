package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects conflicts and names their order. What is null selects all.
 *
 * @param text words of the two clients' names and domains; a partner finds by those of its own introduction only
 * @param statuses one of these; all if there is none
 * @param partnerId of one side
 * @param reader the partner that reads; null for the firm
 * @param sort by {@link #OPENED} or {@link #UPDATED}
 */
public record ConflictFilter(
        @Nullable SearchText text,
        List<CaseStatus> statuses,
        @Nullable String partnerId,
        @Nullable String reader,
        SortOrder sort) {

    /** By the time at which the conflict began. */
    public static final String OPENED = "opened";

    /** By the time of the last decision or appeal, or else the time at which the conflict began. */
    public static final String UPDATED = "updated";

    public ConflictFilter {
        statuses = List.copyOf(statuses);
    }
}
