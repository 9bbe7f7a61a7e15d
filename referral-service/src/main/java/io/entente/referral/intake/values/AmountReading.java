package io.entente.referral.intake.values;

import java.math.BigDecimal;
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
     * Reads an amount; null if it stays ambiguous. If the mark is only assumed, three digits after it are not taken for decimals
     * in a currency that has fewer.
     *
     * @param currencyDecimals the number of decimals of its currency
     */
    public @Nullable BigDecimal read(AmountText amount, int currencyDecimals) {
        BigDecimal withDecimals = amount.otherwise();
        DecimalMark mark = amount.decimalMark();
        if (withDecimals == null || mark == null) {
            return amount.value();
        }
        if (decimalMark == null) {
            return null;
        }
        if (decimalMark != mark) {
            return amount.value();
        }
        return isKnown || withDecimals.scale() <= currencyDecimals ? withDecimals : null;
    }
}
