package io.entente.platform.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money on the wire and in documents: {@code {"amount":"1054.00","currency":"USD"}}. The amount is a decimal string, so that
 * no reader makes a binary fraction of it; calculations use {@link Money}.
 *
 * @param amount decimal, at most as many decimals as the currency has
 * @param currency ISO 4217 code
 */
@ValidMoney
public record MoneyJson(String amount, String currency) {

    /** At most 15 digits before the point: a quadrillion in any currency, and far from any overflow. */
    static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    public static MoneyJson of(Money money) {
        return new MoneyJson(
                money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
    }

    /**
     * The amount to calculate with.
     *
     * @throws IllegalArgumentException where {@link ValidMoney} would have refused it
     */
    public Money toMoney() {
        // Off the wire nobody has validated it, and 1e999999999 is a BigDecimal that fills the memory when rescaled.
        if (!DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("not a decimal amount of at most 15 digits");
        }
        try {
            return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more decimals than " + currency + " has: " + amount, e);
        }
    }
}
