package io.entente.commission.plans.rules;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How explanations write amounts: {@code 33.35 USD}. */
public final class Amounts {

    private Amounts() {}

    public static String text(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }

    /** With the currency's decimals, and more only where the amount has more. */
    public static String text(BigDecimal amount, CurrencyUnit currency) {
        BigDecimal shown = amount.stripTrailingZeros();
        if (shown.scale() < currency.getDecimalPlaces()) {
            shown = shown.setScale(currency.getDecimalPlaces());
        }
        return shown.toPlainString() + " " + currency.getCode();
    }
}
