package io.entente.platform.web.parameters;

import java.time.Instant;

/**
 * Reads a time in a query parameter. Spring's own conversion takes digits for milliseconds since 1970, so {@code from=2026} would
 * list everything since then without a word.
 */
public final class InstantText {

    private InstantText() {}

    /**
     * Reads a time such as {@code 2026-03-31T09:00:00Z}, or with another offset.
     *
     * @throws java.time.format.DateTimeParseException if it isn't a time
     */
    public static Instant read(String text) {
        return Instant.parse(text.strip());
    }
}
