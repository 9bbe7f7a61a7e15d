package io.entente.referral.intake.values;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the amounts of a column are read that can be read in two ways.
 *
 * @param decimalMark null if the column shows both marks
 * @param isKnown true if the column shows the mark or somebody has named it; otherwise it is assumed
 */
public record AmountReading(@Nullable DecimalMark decimalMark, boolean isKnown) {

    static final AmountReading MIXED = new AmountReading(null, true);

    /**
     * Reads an amount; null if it stays ambiguous. Three digits after the decimal mark are not taken for decimals in a currency that has
     * fewer, whatever the rest of the column shows: a file with amounts of several currencies or authors would otherwise turn five
     * thousand into five.
     *
     * @param currencyDecimals the number of decimals of its currency
     */
    public @Nullable BigDecimal read(AmountText amount, int currencyDecimals) {
        BigDecimal withDecimals = amount.otherwise();
        DecimalMark mark = amount.decimalMark();
        if (withDecimals == null || mark == null) {
            return amount.value();
        }
        if (decimalMark == mark.other()) {
            return amount.value();
        }
        return decimalMark == mark && withDecimals.scale() <= currencyDecimals ? withDecimals : null;
    }

    /** What a person can do about an amount that can't be read: to say what the file doesn't show, or to correct the amount. */
    public String advice(AmountText amount) {
        DecimalMark mark = Objects.requireNonNull(amount.decimalMark(), "mark");
        return isKnown && decimalMark == mark
                ? "correct it in the file, whose decimal mark is the %s".formatted(mark.inWords())
                : "send the file again with decimalMark=%s if it is %s, or correct it in the file"
                        .formatted(mark.other(), amount.value());
    }
}
