package io.entente.messaging.rest;

import io.entente.messaging.ids.DerivedId;
import io.entente.messaging.ids.IdGenerator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's name for one creation. The id of what is created follows from it, so that the same request sent twice
 * collides on the primary key: no second store has to agree with the first.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKey() {}

    /**
     * The id for what a request creates: derived from its key, or a new one where it has none.
     *
     * @param scope what is created, and in what: keys of different operations never meet
     */
    public static String idFor(String prefix, String scope, @Nullable String key, IdGenerator ids) {
        if (key == null) {
            return ids.next(prefix);
        }
        if (!FORM.matcher(key).matches()) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError(HEADER, "must be 1 to 200 visible ASCII characters")));
        }
        return DerivedId.of(prefix, scope, key);
    }

    /** The refusal where the same key comes with another body. */
    public static InvalidInputException reused() {
        return InvalidInputException.unprocessable(
                new FieldError(HEADER, "was used before with another body; a new request needs a new key"));
    }
}
