package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask about a partner's past, as of just before the deal that is priced. Each question is asked only where
 * the plan needs its answer, and at most once or twice, so an implementation may read the store for it.
 */
public interface History {

    /** The partner's won deals so far in the calendar year of the deal's {@code closedOn}, as their order in the ledger says. */
    long dealsThisYear();

    /**
     * What the client has bought through this partner so far: the whole amounts of those deals, of retainers what was paid, in
     * the currency of the deal priced; others don't count.
     */
    Money clientRevenue();

    /** The partner's earlier deals of the same referral. */
    ReferralDeals referral();

    /**
     * The partner's referrals in the window that ends on the day the deal closed, this one counted as won.
     *
     * @param window how far back
     */
    Conversion conversion(java.time.Period window);

    /**
     * What the partner has earned so far under a plan, all its versions, in the calendar year of the deal's {@code earnedOn},
     * in the deal's currency, adjustments and clawbacks included.
     */
    Money earnedThisYear(String planCode);

    /**
     * @param earlier deals before this one; 0 for the first
     * @param firstClosedOn when the first of them closed
     */
    record ReferralDeals(long earlier, @Nullable LocalDate firstClosedOn) {
        public static final ReferralDeals NONE = new ReferralDeals(0, null);
    }

    /** Referrals handed in, and won. */
    record Conversion(long submitted, long won) {
        public static final Conversion NONE = new Conversion(0, 0);

        private static final int DECIMALS = 8;

        /** Won of submitted, from 0 to 1; rounded down, so that a band is reached only where it really is. */
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

    /** Of a partner without any past. */
    static History none(CurrencyUnit currency) {
        return new KnownHistory(0, Money.zero(currency), ReferralDeals.NONE, Conversion.NONE, Money.zero(currency));
    }
}
