package io.entente.referral.intake.lists;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.referral.intake.Import;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects imports and names their order. What is null selects all.
 *
 * @param text words of the file's name
 * @param statuses one of these; all if there is none
 * @param profile the code of the mapping profile
 * @param from started at this instant or later
 * @param to started before this instant
 * @param sort by {@link #STARTED}
 */
public record ImportFilter(
        @Nullable SearchText text,
        List<Import.Status> statuses,
        @Nullable String profile,
        @Nullable Instant from,
        @Nullable Instant to,
        SortOrder sort) {

    /** By the time of the start. */
    public static final String STARTED = "started";

    public ImportFilter {
        statuses = List.copyOf(statuses);
    }
}
