package io.entente.referral.intake.profiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a profile gets values that a column alone doesn't give.
 *
 * @param values by field, such as {@code organisation}: what to use instead of the column, or if it is empty
 * @param zone if a date's text contains a time with a zone, the date is the day in this zone; without it, the day as written
 * @param otherStage the meaning of every stage that the profile doesn't list; without it, such a row is rejected
 */
public record ValueRules(Map<String, ValueRule> values, @Nullable String zone, @Nullable Stage otherStage) {

    public static final ValueRules NONE = new ValueRules(Map.of(), null, null);

    public ValueRules {
        values = values == null ? Map.of() : Map.copyOf(new LinkedHashMap<>(values));
    }

    /**
     * How one field gets its value.
     *
     * @param constant the value of every row, whatever the file contains
     * @param fallbacks header names of columns that are used in this order if the field's own column is empty
     * @param otherwise the value if all columns are empty
     */
    public record ValueRule(@Nullable String constant, List<String> fallbacks, @Nullable String otherwise) {

        static final ValueRule NONE = new ValueRule(null, List.of(), null);

        public ValueRule {
            fallbacks = fallbacks == null ? List.of() : List.copyOf(fallbacks);
        }

        boolean givesAlways() {
            return constant != null || otherwise != null;
        }
    }

    ValueRule of(RowField field) {
        return values.getOrDefault(field.key(), ValueRule.NONE);
    }
}
