package io.entente.commission.payouts.lists;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects payouts and names their order. What is null selects all.
 *
 * @param text words of the payout's or batch's id, of the end-to-end id or of the partner's id
 * @param named partners whose payouts are found beside those with the words, because their names have them
 * @param states only payouts in one of these states; all if there is none
 * @param from planned at this instant or later
 * @param before planned before this instant
 * @param sort by {@link #PLANNED} or {@link #AMOUNT}
 */
public record PayoutFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        Set<Payout.State> states,
        @Nullable PartnerId partner,
        @Nullable CurrencyUnit currency,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time of planning. */
    public static final String PLANNED = "planned";

    /** By the currency and then by the amount. */
    public static final String AMOUNT = "amount";

    public PayoutFilter {
        named = List.copyOf(named);
        states = Set.copyOf(states);
    }
}
