package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Determines the state of a commission at its accrual. A commission that waits for the client's payment is accrued
 * only. The other triggers have due dates that are known at once, so the portions are scheduled with the accrual:
 * <ul>
 *   <li>PROJECT_START: the whole amount on the first day of the engagement or, if that is unknown, on the day the
 *       deal closed.
 *   <li>COMPLETION: the whole amount on the last day of the engagement. If that is unknown, on its first day, or
 *       else on the day the deal closed.
 *   <li>MONTHLY: equal portions for each month that has begun between the first and the last day, each due at the
 *       end of its month. If one of the two days is unknown, one portion on the other day. If both are unknown, one
 *       portion on the day the deal closed.
 *   <li>A client's payment on a retainer: the whole amount on the day of the payment.
 * </ul>
 * The plan's net days and hold days are added to each of these days.
 */
public final class Opening {

    /**
     * The largest number of portions: ten years of months. A longer engagement gets as many portions at longer
     * intervals, so the state of a commission is bounded.
     */
    static final int MAX_PORTIONS = 120;

    private Opening() {}

    /**
     * Adds the due dates to what a deal earned.
     *
     * @param holds put the commission on hold from its accrual on; usually empty
     */
    public static Posting of(Posting posting, List<Hold> holds) {
        if (!(posting.outcome() instanceof Earned)) {
            return posting;
        }
        Commission accrued = Commission.of(posting);
        List<Portion> portions = portions(accrued, accrued.net());
        if (portions.isEmpty() && holds.isEmpty()) {
            return posting;
        }
        Commission opened = Draft.of(accrued).portions(portions).holds(holds).commission();
        return posting.opened(holds.isEmpty() ? opened : opened.told());
    }

    /**
     * Returns when an amount of a commission is due. The list is empty if that depends on the client's payments, and if the amount
     * is zero.
     */
    public static List<Portion> portions(Commission commission, Money amount) {
        if (amount.isZero()) {
            return List.of();
        }
        CreditedDeal deal = commission.deal();
        Engagement engagement = deal.engagement();
        LocalDate starts = engagement == null ? null : engagement.startsOn();
        LocalDate ends = engagement == null ? null : engagement.endsOn();
        if (deal.payment() != null) {
            return whole(commission, amount, deal.payment().paidOn());
        }
        return switch (commission.terms().trigger()) {
            case CLIENT_PAYMENT -> deal.amount().isZero() ? whole(commission, amount, deal.closedOn()) : List.of();
            case PROJECT_START -> whole(commission, amount, firstKnown(starts, deal.closedOn()));
            case COMPLETION -> whole(commission, amount, firstKnown(ends, firstKnown(starts, deal.closedOn())));
            case MONTHLY ->
                starts == null || ends == null || ends.isBefore(starts)
                        ? whole(commission, amount, firstKnown(starts, firstKnown(ends, deal.closedOn())))
                        : monthly(commission, amount, starts, ends);
        };
    }

    private static List<Portion> whole(Commission commission, Money amount, LocalDate on) {
        return List.of(Portion.pending(1, amount, due(commission, on)));
    }

    /** Divides the amount into equal parts. The remaining cents are added to the first months. */
    private static List<Portion> monthly(Commission commission, Money whole, LocalDate starts, LocalDate ends) {
        long months = ChronoUnit.MONTHS.between(starts, ends.plusDays(1));
        long begun = starts.plusMonths(months).isAfter(ends) ? Math.max(1, months) : months + 1;
        int count = (int) Math.min(begun, MAX_PORTIONS);
        long cents = whole.getAmountMinorLong();
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long part = cents / count + (i < cents % count ? 1 : 0);
            LocalDate end = starts.plusMonths((i + 1) * begun / count).minusDays(1);
            if (part > 0) {
                Money amount = Money.ofMinor(whole.getCurrencyUnit(), part);
                portions.add(
                        Portion.pending(portions.size() + 1, amount, due(commission, end.isAfter(ends) ? ends : end)));
            }
        }
        return portions;
    }

    /** Returns the day on which something is payable that happened on a day. */
    public static LocalDate due(Commission commission, LocalDate on) {
        return on.plusDays(
                commission.terms().netDays() + (long) commission.terms().holdDays());
    }

    private static LocalDate firstKnown(@Nullable LocalDate day, LocalDate otherwise) {
        return day == null ? otherwise : day;
    }
}
