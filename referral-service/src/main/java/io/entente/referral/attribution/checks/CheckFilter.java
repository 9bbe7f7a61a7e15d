package io.entente.referral.attribution.checks;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects questions of partners and names their order. What is null selects all.
 *
 * @param text words of the client's name or its domain
 * @param author who asked
 * @param answers one of these; all if there is none
 * @param isHeld whether the client was held for the partner
 * @param from asked at this instant or later
 * @param to asked before this instant
 * @param sort by {@link #CHECKED}
 */
public record CheckFilter(
        @Nullable SearchText text,
        @Nullable String partnerId,
        @Nullable String author,
        List<Availability> answers,
        @Nullable Boolean isHeld,
        @Nullable Instant from,
        @Nullable Instant to,
        SortOrder sort) {

    /** By the time of the question. */
    public static final String CHECKED = "checked";

    public CheckFilter {
        answers = List.copyOf(answers);
    }
}
