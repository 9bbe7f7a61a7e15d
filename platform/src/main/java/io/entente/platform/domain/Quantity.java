package io.entente.platform.domain;

import java.math.BigDecimal;

/** Writes a number with the word for it, for English sentences: {@code 1 deal}, {@code 2 deals}. */
public final class Quantity {

    private Quantity() {}

    /** Returns a number with a noun whose plural ends with an s. */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Returns a number, which can be a fraction, with a noun whose plural ends with an s. */
    public static String of(BigDecimal number, String noun) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return plain + " " + (plain.equals("1") ? noun : noun + "s");
    }

    /**
     * Returns a number with the words that fit it.
     *
     * @param one the words for exactly one, such as {@code line is}
     * @param other the words for any other number, such as {@code lines are}
     */
    public static String of(long number, String one, String other) {
        return number + " " + (number == 1 ? one : other);
    }
}
