package io.entente.commission.bankreports;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * An amount as a report states it. Banks write up to five decimals, so it is compared by its value.
 *
 * @param currency as in the report, usually an ISO 4217 code
 */
public record ReportedAmount(BigDecimal value, String currency) {

    public boolean isInCurrencyOf(Money money) {
        return currency.equals(money.getCurrencyUnit().getCode());
    }

    public boolean isSame(Money money) {
        return isInCurrencyOf(money) && value.compareTo(money.getAmount()) == 0;
    }

    @Override
    public String toString() {
        return currency + " " + value.toPlainString();
    }
}
