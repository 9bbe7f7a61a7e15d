package io.entente.commission.plans;

import java.math.BigDecimal;
import org.joda.money.Money;

/** How a plan turns a deal into commission. */
public sealed interface EarningRule {

    /** The rule's name on the wire, {@code PERCENT}. */
    String code();

    /** The commission on a whole deal, exact: rounding is the caller's, once. */
    BigDecimal on(Money dealAmount);

    /** For explanations: {@code 10 %}. */
    String described();

    /** A part of the deal's amount. */
    record Percent(Fraction rate) implements EarningRule {

        public static final String CODE = "PERCENT";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public BigDecimal on(Money dealAmount) {
            return dealAmount.getAmount().multiply(rate.value());
        }

        @Override
        public String described() {
            return rate.percent();
        }
    }
}
