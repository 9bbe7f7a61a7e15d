package io.entente.commission.commissions.lists;

import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold.Kind;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects commissions and names their order. What is null selects all.
 *
 * @param text words of the client's name or the deal's id
 * @param statuses one of these; all if there is none
 * @param hold only commissions with a hold of this kind
 * @param plan code of the plan that prices it
 * @param from earned on this day or later
 * @param to earned on this day or earlier
 * @param sort by {@link #BEGUN}, {@link #EARNED}, {@link #UPDATED} or {@link #AMOUNT}
 */
public record CommissionFilter(
        @Nullable SearchText text,
        List<CommissionStatus> statuses,
        @Nullable String partnerId,
        @Nullable Kind hold,
        @Nullable CurrencyUnit currency,
        @Nullable String plan,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SortOrder sort) {

    /** By partner, then by the transaction with which the commission began. */
    public static final String BEGUN = "begun";

    /** By the day on which it was earned, then as {@link #BEGUN}. */
    public static final String EARNED = "earned";

    /** By the time at which the list learned of the last change. */
    public static final String UPDATED = "updated";

    /** By the currency and then by what remains of it after clawbacks. */
    public static final String AMOUNT = "amount";

    public CommissionFilter {
        statuses = List.copyOf(statuses);
    }

    /** Whether it selects all commissions, or all of a partner, in the order in which they began. */
    public boolean isInLedgerOrder() {
        boolean isForAll = text == null
                && statuses.isEmpty()
                && hold == null
                && currency == null
                && plan == null
                && from == null
                && to == null;
        return isForAll && sort.by().equals(BEGUN) && !sort.isDescending();
    }
}
