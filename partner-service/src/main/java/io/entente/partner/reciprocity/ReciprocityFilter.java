package io.entente.partner.reciprocity;

import io.entente.partner.reciprocity.ReciprocityBalance.Debtor;
import io.entente.platform.domain.lists.SortOrder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects balances and names their order. What is null selects all.
 *
 * @param dueBefore only balances with a referral that is due before this day
 * @param sort by one of the constants
 */
public record ReciprocityFilter(
        @Nullable List<String> partnerIds, @Nullable Debtor owedBy, @Nullable LocalDate dueBefore, SortOrder sort) {

    /** By the day on which the oldest open referral is due; balances without one come last. */
    public static final String DUE = "due";

    /** By the referrals from the partner less those to it. */
    public static final String BALANCE = "balance";

    /** By the time at which it was last computed. */
    public static final String UPDATED = "updated";

    public ReciprocityFilter {
        partnerIds = partnerIds == null ? null : List.copyOf(partnerIds);
    }
}
