package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        List<Portion> portions = portions(accrued);
        if (portions.isEmpty() && holds.isEmpty()) {
            return posting;
        }
        Commission opened = Draft.of(accrued).portions(portions).holds(holds).commission();
        return posting.opened(holds.isEmpty() ? opened : opened.told());
    }

    /**
     * Schedules a commission again after its deal was corrected. The portions in payouts stay as they are; the rest is due
     * on the days that follow from the right dates. An amount that was payable before stays payable if it is due. A commission that waits for
     * the client's payments has no days of its own, so it stays as it is.
     *
     * @param before the commission before the correction
     */
    public static Commission scheduledAgain(Commission before, Commission after, LocalDate today) {
        Money taken = after.inPayouts().minus(after.owedBack());
        boolean hasDays = after.deal().payment() == null
                && (after.terms().trigger() != Trigger.CLIENT_PAYMENT
                        || after.deal().amount().isZero());
        if (!hasDays || !after.net().isGreaterThan(taken)) {
            return after;
        }
        List<Portion> portions = new ArrayList<>(after.portions().stream()
                .filter(portion -> portion.state() != State.PENDING && portion.state() != State.PAYABLE)
                .toList());
        int number = Stream.concat(before.portions().stream(), after.portions().stream())
                .mapToInt(Portion::number)
                .max()
                .orElse(0);
        Money payable = before.in(State.PAYABLE);
        for (Portion due : portions(after)) {
            Money gone = lesser(taken, due.amount());
            taken = taken.minus(gone);
            Money rest = due.amount().minus(gone);
            Money stays = due.dueOn().isAfter(today) ? before.zero() : lesser(payable, rest);
            payable = payable.minus(stays);
            if (stays.isPositive()) {
                portions.add(Portion.pending(++number, stays, due.dueOn()).to(State.PAYABLE, null));
            }
            if (rest.isGreaterThan(stays)) {
                portions.add(Portion.pending(++number, rest.minus(stays), due.dueOn()));
            }
        }
        return Draft.of(after).portions(portions).commission();
    }

    private static Money lesser(Money one, Money other) {
        return one.isLessThan(other) ? one : other;
    }

    private static List<Portion> portions(Commission commission) {
        CreditedDeal deal = commission.deal();
        Engagement engagement = deal.engagement();
        LocalDate starts = engagement == null ? null : engagement.startsOn();
        LocalDate ends = engagement == null ? null : engagement.endsOn();
        if (deal.payment() != null) {
            return whole(commission, deal.payment().paidOn());
        }
        return switch (commission.terms().trigger()) {
            case CLIENT_PAYMENT -> deal.amount().isZero() ? whole(commission, deal.closedOn()) : List.of();
            case PROJECT_START -> whole(commission, firstKnown(starts, deal.closedOn()));
            case COMPLETION -> whole(commission, firstKnown(ends, firstKnown(starts, deal.closedOn())));
            case MONTHLY ->
                starts == null || ends == null || ends.isBefore(starts)
                        ? whole(commission, firstKnown(starts, firstKnown(ends, deal.closedOn())))
                        : monthly(commission, starts, ends);
        };
    }

    private static List<Portion> whole(Commission commission, LocalDate on) {
        return List.of(Portion.pending(1, commission.net(), due(commission, on)));
    }

    /** Divides the amount into equal parts. The remaining cents are added to the first months. */
    private static List<Portion> monthly(Commission commission, LocalDate starts, LocalDate ends) {
        long months = ChronoUnit.MONTHS.between(starts, ends.plusDays(1));
        long begun = starts.plusMonths(months).isAfter(ends) ? Math.max(1, months) : months + 1;
        int count = (int) Math.min(begun, MAX_PORTIONS);
        long cents = commission.net().getAmountMinorLong();
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long part = cents / count + (i < cents % count ? 1 : 0);
            LocalDate end = starts.plusMonths((i + 1) * begun / count).minusDays(1);
            if (part > 0) {
                Money amount = Money.ofMinor(commission.net().getCurrencyUnit(), part);
                portions.add(
                        Portion.pending(portions.size() + 1, amount, due(commission, end.isAfter(ends) ? ends : end)));
            }
        }
        return portions;
    }

    private static LocalDate due(Commission commission, LocalDate on) {
        return on.plusDays(
                commission.terms().netDays() + (long) commission.terms().holdDays());
    }

    private static LocalDate firstKnown(@Nullable LocalDate day, LocalDate otherwise) {
        return day == null ? otherwise : day;
    }
}
