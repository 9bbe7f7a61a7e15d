package io.entente.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields of parsed JSON. A missing field or a wrong type is an {@link IllegalArgumentException} that names the field. */
final class Json {

    private Json() {}

    static String text(Map<?, ?> from, String field) {
        return need(from, field, String.class);
    }

    static long number(Map<?, ?> from, String field) {
        return need(from, field, Number.class).longValue();
    }

    static Map<?, ?> part(Map<?, ?> from, String field) {
        return need(from, field, Map.class);
    }

    static List<?> list(Map<?, ?> from, String field) {
        return need(from, field, List.class);
    }

    /** The decimal text of an amount; zero if the field is absent. */
    static BigDecimal amountOrZero(Map<?, ?> from, String field) {
        return from.containsKey(field) ? amount(from, field) : BigDecimal.ZERO;
    }

    static BigDecimal amount(Map<?, ?> from, String field) {
        String text = text(from, field);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the field %s must be an amount, but it is %s".formatted(field, text), e);
        }
    }

    /** Refuses fields that nothing checks, because a reader could rely on them. */
    static void onlyFields(Map<?, ?> from, Set<String> known) {
        for (Object field : from.keySet()) {
            if (!known.contains(String.valueOf(field))) {
                throw new IllegalArgumentException("the field %s is unknown".formatted(field));
            }
        }
    }

    private static <T> T need(Map<?, ?> from, String field, Class<T> type) {
        @Nullable Object value = from.get(field);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the field %s must be a %s, but it is %s"
                    .formatted(
                            field, type.getSimpleName().toLowerCase(java.util.Locale.ROOT), Objects.toString(value)));
        }
        return type.cast(value);
    }
}
