package io.entente.partner.agreements;

import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects agreements and names their order. What is null selects all.
 *
 * @param text words of the title
 * @param statuses one of these; all if there is none
 * @param plan only agreements whose latest version names this commission plan; if {@code seenByPartner}, the latest one that is no draft
 * @param contradicts only agreements that promise what the commission plans don't pay, or only those that don't
 * @param seenByPartner whether agreements that only the firm has seen are left out
 * @param sort by {@link #DRAFTED}, {@link #ENDS} or {@link #TITLE}
 */
public record AgreementFilter(
        @Nullable SearchText text,
        List<AgreementStatus> statuses,
        @Nullable String partnerId,
        @Nullable String plan,
        @Nullable Boolean contradicts,
        boolean seenByPartner,
        SortOrder sort) {

    /** By the time of the first draft. */
    public static final String DRAFTED = "drafted";

    /** By the last day. Agreements without one come last. */
    public static final String ENDS = "ends";

    /** By the title, without regard to case and accents. */
    public static final String TITLE = "title";

    public AgreementFilter {
        statuses = List.copyOf(statuses);
    }
}
