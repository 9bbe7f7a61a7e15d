package io.entente.platform.web;

import io.entente.platform.domain.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The precondition of a command: the version that the caller decided on, from the header {@code If-Match} ({@code "3"},
 * {@code 3} or {@code *}). Controllers take it as a parameter. A request without the header has no precondition.
 */
public final class IfMatch {

    static final String HEADER = "If-Match";

    private final @Nullable String header;

    IfMatch(@Nullable String header) {
        this.header = header;
    }

    /** The absence of a precondition. */
    public static IfMatch any() {
        return new IfMatch(null);
    }

    /**
     * Checks the precondition against the version that the resource has.
     *
     * @throws PreconditionFailedException if they differ
     * @throws InvalidInputException if the header is no version
     */
    public void check(long current) {
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
                    List.of(new FieldError(HEADER, "must be the resource's version, such as \"3\"")));
        }
    }
}
