package io.entente.platform.secrets;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores the data keys of owners. */
public interface DataKeyStore extends WrappedKeys {

    Optional<StoredKey> find(String owner);

    /** Returns the key of an owner, and stores a new one if the owner never had one. It takes one round trip. */
    StoredKey findOrAdd(String owner, Supplier<WrappedKey> fresh);

    /** Destroys the key of an owner for ever. Repeating it changes nothing. The owner never gets another one. */
    void destroy(String owner, Instant now);
}
