package io.entente.platform.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money in JSON and in documents: {@code {"amount":"1054.00","currency":"USD"}}. The amount is a string, so that no reader
 * converts it to a binary fraction. Calculations use {@link Money}.
 *
 * @param amount a decimal number with at most as many decimals as the currency has
 * @param currency ISO 4217 code
 */
@ValidMoney
public record MoneyJson(String amount, String currency) {

    /** The maximum number of digits before the decimal point of an amount that somebody enters. */
    public static final int MAX_ENTERED_DIGITS = 12;

    /** An amount that somebody enters. A million of them still add up to an amount that every consumer reads. */
    static final Pattern ENTERED = Pattern.compile("-?\\d{1," + MAX_ENTERED_DIGITS + "}(\\.\\d{1,6})?");

    /** Any amount, a sum included: at most 18 digits before the decimal point. */
    static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");

    /** Whether an amount is small enough to be entered. */
    public static boolean canBeEntered(Money money) {
        BigDecimal amount = money.getAmount();
        return amount.precision() - amount.scale() <= MAX_ENTERED_DIGITS;
    }

    public static MoneyJson of(Money money) {
        return new MoneyJson(
                money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
    }

    /**
     * The amount to calculate with.
     *
     * @throws IllegalArgumentException if it does not satisfy {@link ValidMoney}
     */
    public Money toMoney() {
        // Nobody validates the amounts in events, and a BigDecimal such as 1e999999999 fills the memory when it is
        // rescaled.
        if (!DECIMAL.matcher(amount).matches()) {
            throw new IllegalArgumentException("not a decimal amount of at most 18 digits");
        }
        try {
            return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more decimals than " + currency + " has: " + amount, e);
        }
    }
}
