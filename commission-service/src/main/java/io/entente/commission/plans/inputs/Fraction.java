package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact part of a whole, from 0 to 1, such as a rate or a share. Trailing zeros make no difference to equality.
 *
 * @param value with at least two decimals, such as {@code 0.10}, and no further trailing zeros
 */
public record Fraction(BigDecimal value) {

    public static final Fraction WHOLE = new Fraction(BigDecimal.ONE);

    private static final int LEAST_DECIMALS = 2;

    public Fraction {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A fraction must be from 0 to 1, but is " + value);
        }
        BigDecimal plain = value.stripTrailingZeros();
        value = plain.scale() < LEAST_DECIMALS ? plain.setScale(LEAST_DECIMALS, RoundingMode.UNNECESSARY) : plain;
    }

    public static Fraction of(String decimal) {
        return new Fraction(new BigDecimal(decimal));
    }

    /** The fraction in percent, such as {@code 12.5 %}. */
    public String percent() {
        return value.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** The fraction as on the wire, such as {@code 0.125}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
