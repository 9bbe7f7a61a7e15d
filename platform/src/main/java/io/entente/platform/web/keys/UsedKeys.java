package io.entente.platform.web.keys;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.Receipt;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.Receipts;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Honours the header {@code Idempotency-Key} for a resource whose id the caller chooses or the content gives. Other resources derive
 * their id from the key and need no store for it ({@link IdempotencyKey#idFor}).
 *
 * <p>Such a creation can be repeated without harm, so the key is stored after it. If the service dies in between, the same request
 * repeats the creation. Keys are kept as long as what they created. A request without a key costs nothing, and one with a key two
 * round trips to the store.
 */
public final class UsedKeys {

    private static final String COLLECTION = "used_keys";

    private final MongoOperations mongo;
    private final JsonMapper json;

    UsedKeys(MongoOperations mongo, JsonMapper json) {
        this.mongo = mongo;
        this.json = json;
    }

    /**
     * Answers a request that creates something, and repeats the first answer if the same request comes again with the same key.
     *
     * @param scope the operation and the resource it belongs to, so that keys of different operations never meet
     * @param request the body, or what was read from it
     * @throws InvalidInputException if the key was used for another request
     */
    public <T> ResponseEntity<T> once(
            IdempotencyKey key, String scope, Object request, Supplier<ResponseEntity<T>> create) {
        Optional<String> id = key.derivedId("key", scope);
        if (id.isEmpty()) {
            return create.get();
        }
        UsedKey before = mongo.findOne(query(where("_id").is(id.get())), UsedKey.class, COLLECTION);
        if (before == null) {
            ResponseEntity<T> answer = create.get();
            store(id.get(), request, answer);
            return answer;
        }
        if (!Receipts.isFor(before.receipt(), request, json)) {
            throw IdempotencyKey.reused();
        }
        return Created.replayed(before.status(), before.location(), before.receipt());
    }

    /** If the same key was stored at the same moment, both requests were answered, and the first answer is repeated from then on. */
    private void store(String id, Object request, ResponseEntity<?> answer) {
        URI location = answer.getHeaders().getLocation();
        Receipt receipt = Receipts.of(request, Objects.requireNonNull(answer.getBody(), "body"), json);
        try {
            mongo.insert(
                    new UsedKey(
                            id,
                            answer.getStatusCode().value(),
                            location == null ? null : location.toString(),
                            receipt.fingerprint(),
                            receipt.answer()),
                    COLLECTION);
        } catch (DuplicateKeyException stored) {
            return;
        }
    }

    /** A key with the request that it was used for and the answer. */
    record UsedKey(@Id String id, int status, @Nullable String location, String fingerprint, String answer) {

        Receipt receipt() {
            return new Receipt(fingerprint, answer);
        }
    }
}
