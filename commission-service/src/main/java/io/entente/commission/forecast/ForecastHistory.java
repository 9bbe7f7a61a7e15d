package io.entente.commission.forecast;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.forecast.referrals.TrackedReferral;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.plans.inputs.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The partner's past as it is today, by which a referral is priced as if it were won next. Other open referrals are not
 * counted, because nobody knows which of them will be won before.
 *
 * @param head the head of the partner's chain
 * @param closing the day on which the referral's deal is expected to close
 */
record ForecastHistory(
        ChainHead head,
        TrackedReferral referralAsked,
        LocalDate closing,
        CurrencyUnit currency,
        ClientStandings standings,
        SubmittedReferrals submitted)
        implements History {

    @Override
    public long dealsThisYear() {
        return head.counters().dealsByYear().getOrDefault(closing.getYear(), 0L);
    }

    @Override
    public BigDecimal countedThisYear() {
        return head.counters().counted(closing.getYear());
    }

    @Override
    public Money clientRevenue() {
        return standings.revenue(head.partnerId(), referralAsked.clientKey(), currency, head.number());
    }

    @Override
    public ReferralDeals referral() {
        return standings.referral(
                head.partnerId(), referralAsked.clientKey(), referralAsked.referralId(), head.number());
    }

    @Override
    public Conversion conversion(Period window) {
        Counted counted = submitted.count(head.partnerId(), closing.minus(window), closing);
        boolean within = !referralAsked.submittedOn().isBefore(closing.minus(window));
        return new Conversion(counted.submitted(), counted.won() + (within ? 1 : 0));
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return head.counters().earned(closing.getYear(), planCode, currency);
    }
}
