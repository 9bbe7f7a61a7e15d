package io.entente.commission.plans.rules;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Formats amounts for explanations, such as {@code 33.35 USD}. */
public final class Amounts {

    private Amounts() {}

    public static String text(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }

    /** Writes an amount with at least the decimals of its currency, and with more if the amount has more. */
    public static String text(BigDecimal amount, CurrencyUnit currency) {
        BigDecimal shown = amount.stripTrailingZeros();
        if (shown.scale() < currency.getDecimalPlaces()) {
            shown = shown.setScale(currency.getDecimalPlaces());
        }
        return shown.toPlainString() + " " + currency.getCode();
    }
}
