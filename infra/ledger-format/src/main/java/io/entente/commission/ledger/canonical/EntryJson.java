package io.entente.commission.ledger.canonical;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ledger entry as values of JSON and reads it back without losing a type. JSON has texts, whole numbers, booleans, lists and
 * objects, but no instants. An instant becomes an object with the only field {@code $date}, as in MongoDB's Extended JSON:
 * {@code {"$date":"2026-04-02T09:00:00.123Z"}}.
 */
public final class EntryJson {

    private static final String DATE = "$date";

    private EntryJson() {}

    /** Returns an entry as a JSON library can write it, without its outbox, which is not part of its content. */
    public static Map<String, Object> write(Map<String, ?> entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        entry.forEach((name, value) -> {
            if (!name.equals(CanonicalText.OUTBOX)) {
                json.put(name, writeValue(value));
            }
        });
        return json;
    }

    /**
     * Returns an entry as it was hashed.
     *
     * @param json the entry as a JSON library has read it, with whole numbers as {@code Integer} or {@code Long}
     * @throws IllegalArgumentException if an instant is not readable
     */
    public static Map<String, Object> read(Map<?, ?> json) {
        Map<String, Object> entry = new LinkedHashMap<>();
        json.forEach((name, value) -> entry.put((String) name, readValue(value)));
        return entry;
    }

    private static Object writeValue(Object value) {
        if (value instanceof Date date) {
            return Map.of(DATE, date.toInstant().toString());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> json = new LinkedHashMap<>();
            map.forEach((name, part) -> json.put((String) name, writeValue(part)));
            return json;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(EntryJson::writeValue).toList();
        }
        return value;
    }

    private static @Nullable Object readValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1 && map.get(DATE) instanceof String text ? date(text) : read(map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(one -> values.add(readValue(one)));
            return values;
        }
        return value;
    }

    private static Date date(String text) {
        try {
            return Date.from(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "An instant must have a form such as 2026-04-02T09:00:00Z, but it is " + text, e);
        }
    }
}
