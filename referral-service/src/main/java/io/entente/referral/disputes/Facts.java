package io.entente.referral.disputes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the content of an item. A fact that is absent has no entry. Decimals and times are texts, so that a hash has one input. */
final class Facts {

    private final Map<String, Object> content = new LinkedHashMap<>();

    Facts with(String name, @Nullable String text) {
        return put(name, text);
    }

    Facts with(String name, @Nullable Instant at) {
        return put(name, at == null ? null : at.toString());
    }

    Facts with(String name, @Nullable Enum<?> constant) {
        return put(name, constant == null ? null : constant.name());
    }

    Facts with(String name, BigDecimal decimal) {
        return put(name, decimal.toPlainString());
    }

    Facts with(String name, long whole) {
        return put(name, whole);
    }

    Facts with(String name, boolean truth) {
        return put(name, truth);
    }

    Facts with(String name, Facts parts) {
        return put(name, parts.content());
    }

    Facts with(String name, List<?> values) {
        return put(name, List.copyOf(values));
    }

    Facts with(String name, Map<String, ?> values) {
        return put(name, Map.copyOf(values));
    }

    private Facts put(String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
        return this;
    }

    Map<String, Object> content() {
        return Map.copyOf(content);
    }
}
