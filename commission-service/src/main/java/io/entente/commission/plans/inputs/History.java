package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A partner's past immediately before the deal that is priced. Pricing calls a method only if the plan needs the answer,
 * and at most twice, so an implementation may read the store.
 */
public interface History {

    /**
     * The number of deals that the partner has won in the calendar year of the deal's {@code closedOn}, counted in the
     * order of the ledger.
     */
    long dealsThisYear();

    /**
     * What these deals count for tiers. It is less than their number if some of them were too small for their plan, or
     * counted by the partner's share.
     */
    default BigDecimal countedThisYear() {
        return BigDecimal.valueOf(dealsThisYear());
    }

    /**
     * What the client has bought through this partner so far: the whole amounts of deals, and the payments on retainers.
     * Deals in other currencies than that of the priced deal don't count.
     */
    Money clientRevenue();

    /** The partner's earlier deals of the same referral. */
    ReferralDeals referral();

    /**
     * The partner's referrals in the window that ends on the day the deal closed. The referral of this deal counts as won.
     *
     * @param window the length of the time before that day
     */
    Conversion conversion(java.time.Period window);

    /**
     * What the partner has earned under all versions of a plan in the calendar year of the deal's {@code earnedOn}, in the
     * deal's currency, including adjustments and clawbacks.
     */
    Money earnedThisYear(String planCode);

    /**
     * The deals of one referral that the partner won before the priced one.
     *
     * @param earlier the number of these deals; 0 for the first deal of the referral
     * @param firstClosedOn the day on which the first of them closed; null if there is none
     */
    record ReferralDeals(long earlier, @Nullable LocalDate firstClosedOn) {
        public static final ReferralDeals NONE = new ReferralDeals(0, null);
    }

    /** How many referrals were submitted, and how many of them were won. */
    record Conversion(long submitted, long won) {
        public static final Conversion NONE = new Conversion(0, 0);

        private static final int DECIMALS = 8;

        /** The won part of the submitted referrals. It is rounded down, so that rounding never makes it reach a band. */
        public Fraction rate() {
            if (submitted <= 0 || won <= 0) {
                return new Fraction(BigDecimal.ZERO);
            }
            return won >= submitted
                    ? Fraction.WHOLE
                    : new Fraction(
                            BigDecimal.valueOf(won).divide(BigDecimal.valueOf(submitted), DECIMALS, RoundingMode.DOWN));
        }
    }

    /** The history of a partner without earlier deals. */
    static History none(CurrencyUnit currency) {
        return new KnownHistory(0, Money.zero(currency), ReferralDeals.NONE, Conversion.NONE, Money.zero(currency));
    }
}
