package io.entente.commission.accrual.standings;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.plans.inputs.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The history by which a deal that was booked before is priced again. A deal before it that was reversed since doesn't count for the term
 * of its plan any more. If another one got an earlier day, a deal that was within the term stays there.
 *
 * @param atBooking the history just before the deal was booked
 */
public record InLineHistory(History atBooking, Credited deal, ClientStandings standings) implements History {

    @Override
    public ReferralDeals referral() {
        ReferralDeals then = atBooking.referral();
        if (deal.deal().payment() || then.earlier() == 0) {
            return then;
        }
        ReferralDeals now = standings.before(deal.partnerId(), deal.clientKey(), deal.referralId(), deal.dealId());
        return new ReferralDeals(
                Math.min(then.earlier(), now.earlier()), later(then.firstClosedOn(), now.firstClosedOn()));
    }

    /** Returns the later of two days; null if there is no first deal in one of both cases. */
    private static @Nullable LocalDate later(@Nullable LocalDate then, @Nullable LocalDate now) {
        if (then == null || now == null) {
            return null;
        }
        return then.isAfter(now) ? then : now;
    }

    @Override
    public long dealsThisYear() {
        return atBooking.dealsThisYear();
    }

    @Override
    public BigDecimal countedThisYear() {
        return atBooking.countedThisYear();
    }

    @Override
    public Money clientRevenue() {
        return atBooking.clientRevenue();
    }

    @Override
    public Conversion conversion(Period window) {
        return atBooking.conversion(window);
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return atBooking.earnedThisYear(planCode);
    }
}
