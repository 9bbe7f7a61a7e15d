package io.entente.messaging.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version a caller decided on, from the {@code If-Match} header: {@code "3"}, {@code 3} or {@code *}. */
public final class IfMatch {

    private IfMatch() {}

    /**
     * Checks the header, where there is one, against the version the resource has.
     *
     * @throws PreconditionFailedException where they differ
     */
    public static void check(@Nullable String header, long current) {
        if (header == null || header.isBlank() || header.trim().equals("*")) {
            return;
        }
        if (parse(header) != current) {
            throw new PreconditionFailedException(current);
        }
    }

    private static long parse(String header) {
        try {
            return Long.parseLong(header.trim().replaceFirst("^W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("If-Match", "must be the resource's version, like \"3\"")));
        }
    }
}
