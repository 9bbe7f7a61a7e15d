package io.entente.commission.plans.inputs;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, from 0 to 1: a rate, or a share. Exact, and equal however many zeros it was written with.
 *
 * @param value with at least two decimals, {@code 0.10}, and no needless zeros beyond
 */
public record Fraction(BigDecimal value) {

    public static final Fraction WHOLE = new Fraction(BigDecimal.ONE);

    private static final int LEAST_DECIMALS = 2;

    public Fraction {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not from 0 to 1: " + value);
        }
        BigDecimal plain = value.stripTrailingZeros();
        value = plain.scale() < LEAST_DECIMALS ? plain.setScale(LEAST_DECIMALS, RoundingMode.UNNECESSARY) : plain;
    }

    public static Fraction of(String decimal) {
        return new Fraction(new BigDecimal(decimal));
    }

    /** {@code 12.5 %}. */
    public String percent() {
        return value.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code 0.125}, as on the wire. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
