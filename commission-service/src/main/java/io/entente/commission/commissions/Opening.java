package io.entente.commission.commissions;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Engagement;
import io.entente.commission.plans.pricing.Outcome.Earned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a commission stands from its first moment. One that waits for the client's payment is simply accrued. The other triggers
 * have days that are known then, so that its portions are scheduled with it:
 * <ul>
 *   <li>PROJECT_START: all of it on the engagement's first day; where that is unknown, on the day the deal closed.
 *   <li>COMPLETION: all of it on the engagement's last day; where that is unknown, on its first; else as above.
 *   <li>MONTHLY: equal portions, one for each month begun from first to last day, due at the end of each; where either is
 *       unknown, one portion on the day that is known, or on which the deal closed.
 *   <li>A client's payment on a retainer: all of it on the day of the payment.
 * </ul>
 * Each then waits for the plan's net days and hold days.
 */
public final class Opening {

    /** Ten years; a longer engagement's portions are as many, further apart. Bounds the commission's state. */
    static final int MAX_PORTIONS = 120;

    private Opening() {}

    /** What a deal earned, with its dates, and held where the client's country asks for consent that isn't on record. */
    public static Posting of(Posting posting, @Nullable Hold hold) {
        if (!(posting.outcome() instanceof Earned)) {
            return posting;
        }
        Commission accrued = Commission.of(posting);
        List<Portion> portions = portions(accrued);
        if (portions.isEmpty() && hold == null) {
            return posting;
        }
        Commission opened = Draft.of(accrued)
                .portions(portions)
                .holds(hold == null ? List.of() : List.of(hold))
                .commission();
        return posting.opened(hold == null ? opened : opened.told());
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

    /** Largest remainder over equal parts: the cents left over go to the first months. */
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
