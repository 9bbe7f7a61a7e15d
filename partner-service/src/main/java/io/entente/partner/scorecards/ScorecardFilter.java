package io.entente.partner.scorecards;

import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects scorecards of a period and names their order.
 *
 * @param partnerIds one of these partners; null for all
 * @param sort by one of the constants
 */
public record ScorecardFilter(ReportPeriod period, @Nullable List<String> partnerIds, SortOrder sort) {

    public static final String SENT = "sent";
    public static final String RECEIVED = "received";
    public static final String CONVERSION = "conversion";

    /** By the revenue in the currency of the program. */
    public static final String REVENUE = "revenue";

    public static final String SATISFACTION = "satisfaction";

    /** By the referrals from the partner less those to it. */
    public static final String RECIPROCITY = "reciprocity";

    /** By the time at which it was last computed. */
    public static final String UPDATED = "updated";

    public ScorecardFilter {
        partnerIds = partnerIds == null ? null : List.copyOf(partnerIds);
    }
}
