package io.entente.messaging.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit items on the page, 1 to {@link #MAX_LIMIT}
 * @param after the key of the last item of the page before; absent for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    public static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    /** From a request's {@code limit} and {@code cursor}; every bad one is named. */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        List<FieldError> errors = new ArrayList<>();
        int size = DEFAULT_LIMIT;
        if (limit != null) {
            try {
                size = Integer.parseInt(limit.trim());
            } catch (NumberFormatException e) {
                size = 0;
            }
            if (size < 1 || size > MAX_LIMIT) {
                errors.add(new FieldError("limit", "must be a number from 1 to " + MAX_LIMIT));
            }
        }
        String after = null;
        if (cursor != null && !cursor.isEmpty()) {
            try {
                after = UTF_8.newDecoder()
                        .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                        .toString();
            } catch (IllegalArgumentException | CharacterCodingException e) {
                errors.add(new FieldError("cursor", "must be the next of the page before"));
            }
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return new PageRequest(size, after);
    }

    /** How many to read so as to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    static String cursorOf(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }
}
