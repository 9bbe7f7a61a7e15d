package io.entente.referral.intake.values;

import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the decimal mark of a column from all its amounts, because {@code 1,234} on its own can be read in two ways. An amount that can
 * be read in only one way is evidence. Without such an amount, {@code 1.234} in a currency with two decimals counts as a group
 * mark, because its last digit could not be paid.
 */
public final class AmountSurvey {

    private final Map<DecimalMark, Integer> shown = new EnumMap<>(DecimalMark.class);
    private final Map<DecimalMark, Integer> likely = new EnumMap<>(DecimalMark.class);
    private boolean isAnyAmbiguous;

    /**
     * Adds an amount.
     *
     * @param currencyDecimals the number of decimals of its currency
     */
    public void add(AmountText amount, int currencyDecimals) {
        DecimalMark mark = amount.decimalMark();
        if (mark == null) {
            return;
        }
        isAnyAmbiguous |= amount.isAmbiguous();
        if (!amount.isAmbiguous()) {
            shown.merge(mark, 1, Integer::sum);
        } else if (amount.otherwise() != null
                && amount.otherwise().stripTrailingZeros().scale() > currencyDecimals) {
            likely.merge(mark.other(), 1, Integer::sum);
        }
    }

    /** Whether an amount can be read in two ways and nothing shows which is meant. */
    public boolean isOpen() {
        return isAnyAmbiguous && shown.isEmpty() && likely.isEmpty();
    }

    /**
     * The result.
     *
     * @param assumed the mark to use if the column shows none
     */
    public AmountReading result(DecimalMark assumed) {
        Map<DecimalMark, Integer> evidence = shown.isEmpty() ? likely : shown;
        if (evidence.isEmpty()) {
            return new AmountReading(assumed, false);
        }
        return Majority.of(evidence).map(mark -> new AmountReading(mark, true)).orElse(AmountReading.MIXED);
    }
}
