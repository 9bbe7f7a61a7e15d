package io.entente.commission.forecast;

import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.inputs.Fraction;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a forecast: what an open referral is expected to earn, or a part of an accrued commission that is not payable
 * yet.
 *
 * @param subject the id of the referral or the commission
 * @param amount null if the referral has no expected value
 * @param full what the referral earns if it is won; for a commission, the same as the amount
 * @param stage of the referral; null for a commission
 * @param odds of the referral; null for a commission
 * @param oddsFrom where the odds come from: {@code POLICY} or {@code HISTORY}; null for a commission
 * @param plan the plan that prices it; null if none does
 * @param rule the earning rule of the plan
 * @param payableOn the day on which it is expected to be payable; null if nothing says when
 * @param explanation one sentence for each step
 */
public record Figure(
        Kind kind,
        String subject,
        String client,
        @Nullable Money amount,
        @Nullable Money full,
        @Nullable String stage,
        @Nullable Fraction odds,
        @Nullable String oddsFrom,
        @Nullable PlanRef plan,
        @Nullable String rule,
        @Nullable LocalDate payableOn,
        List<String> explanation) {

    /** What a figure is about. */
    public enum Kind {
        /** A referral that is not decided yet. */
        REFERRAL,
        /** Commission that is earned and not payable yet. */
        COMMISSION
    }

    public Figure {
        explanation = List.copyOf(explanation);
    }

    /** The month in which it is expected to be payable; null if nothing says when. */
    public @Nullable YearMonth month() {
        return payableOn == null ? null : YearMonth.from(payableOn);
    }

    boolean isIn(CurrencyUnit currency) {
        return amount != null && Objects.equals(amount.getCurrencyUnit(), currency);
    }
}
