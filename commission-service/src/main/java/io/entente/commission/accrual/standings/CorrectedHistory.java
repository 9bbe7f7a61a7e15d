package io.entente.commission.accrual.standings;

import io.entente.commission.plans.inputs.History;
import java.math.BigDecimal;
import java.time.Period;
import org.joda.money.Money;

/**
 * The history by which a corrected deal is priced again. The deal keeps its place among the partner's deals, unless its
 * rule counts for all deals of the year or the client; then everything that was won since counts, too.
 *
 * @param atClosing the history just before the deal was booked
 * @param referral the deals of its referral before it
 * @param dealsThisYear the number of other deals
 * @param countedThisYear what these deals count for tiers
 * @param clientRevenue what the client has bought without this deal
 * @param earnedThisYear what was earned under the plan in the year, without this deal
 */
public record CorrectedHistory(
        History atClosing,
        ReferralDeals referral,
        long dealsThisYear,
        BigDecimal countedThisYear,
        Money clientRevenue,
        Money earnedThisYear)
        implements History {

    @Override
    public Conversion conversion(Period window) {
        return atClosing.conversion(window);
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return earnedThisYear;
    }
}
