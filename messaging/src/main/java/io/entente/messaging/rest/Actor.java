package io.entente.messaging.rest;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a command: {@code system}, or a kind and an id, {@code finance:u-17}, {@code partner:par_01k…}. Never a name or an
 * address, since events carry it. A controller's method takes one as a parameter; the request says it in the header {@code
 * Entente-Actor}.
 *
 * <p>The header is what the gateway in front vouches for. It decides no access by itself; it tells one person from another
 * where two are needed, and goes on record with what was done.
 */
public record Actor(String value) {

    private static final Pattern FORM = Pattern.compile("system|[a-z][a-z-]{0,31}:[A-Za-z0-9._-]{1,128}");

    public static final String HEADER = "Entente-Actor";

    /** Nobody in particular: a clock, an event, or a caller that didn't say. */
    public static final Actor SYSTEM = new Actor("system");

    public Actor {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an actor: a kind and an id, like user:u-17");
        }
    }

    /**
     * Reads the header.
     *
     * @throws InvalidInputException where it has another form
     */
    static Actor of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return SYSTEM;
        }
        try {
            return new Actor(header.strip());
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError(HEADER, "must be a kind and an id, like user:u-17")));
        }
    }

    /**
     * For commands that need somebody to answer for them.
     *
     * @throws InvalidInputException where the request doesn't say who it is
     */
    public Actor identified() {
        if (equals(SYSTEM)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError(HEADER, "is needed here: who gives this command, like user:u-17")));
        }
        return this;
    }

    @Override
    public String toString() {
        return value;
    }
}
