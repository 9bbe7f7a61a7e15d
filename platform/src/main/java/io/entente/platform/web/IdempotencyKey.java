package io.entente.platform.web;

import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's name for one creation, from the header {@code Idempotency-Key}. Controllers take it as a parameter. The id of
 * the created resource is derived from the key, so that the same request sent twice collides on the primary key: no second
 * store has to agree with the first.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
public final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final @Nullable String key;

    private IdempotencyKey(@Nullable String key) {
        this.key = key;
    }

    /**
     * Reads the header.
     *
     * @param caller who has signed in; two callers who choose the same key mean two requests
     * @throws InvalidInputException if the header has another form
     */
    static IdempotencyKey of(@Nullable String header, String caller) {
        if (header != null && !FORM.matcher(header).matches()) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError(HEADER, "must be 1 to 200 visible ASCII characters")));
        }
        // A key has no blank, so the two parts are always told apart.
        return new IdempotencyKey(header == null ? null : caller + " " + header);
    }

    /** Whether the caller sent a key. */
    public boolean isPresent() {
        return key != null;
    }

    /**
     * The id for the resource that the request creates: derived from the key, or a new one if the caller sent none.
     *
     * @param scope the operation and the resource it belongs to, so that keys of different operations never meet
     */
    public String idFor(String prefix, String scope, IdGenerator ids) {
        return key == null ? ids.next(prefix) : DerivedId.of(prefix, scope, key);
    }

    /**
     * The id that belongs to this key; empty if the caller sent none.
     *
     * @param scope the operation and the resource it belongs to, so that keys of different operations never meet
     */
    public Optional<String> derivedId(String prefix, String scope) {
        return key == null ? Optional.empty() : Optional.of(DerivedId.of(prefix, scope, key));
    }

    /** The refusal of a request that uses the key of another request. */
    public static InvalidInputException reused() {
        return InvalidInputException.unprocessable(
                new FieldError(HEADER, "was used before with another body; a new request needs a new key"));
    }
}
