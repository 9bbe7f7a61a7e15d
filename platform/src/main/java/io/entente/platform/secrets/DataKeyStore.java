package io.entente.platform.secrets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores the data keys of all owners. */
public interface DataKeyStore {

    Optional<StoredKey> find(String owner);

    /** Returns the key of an owner, and stores a new one if the owner never had one. It takes one round trip. */
    StoredKey findOrAdd(String owner, Supplier<WrappedKey> fresh);

    /** Keys that another key than this one has wrapped. */
    List<StoredKey> wrappedByOther(int wrapping, int count);

    /** The number of keys that another key than this one has wrapped. */
    long countWrappedByOther(int wrapping);

    /** Stores a key that was wrapped again. Returns false if it is gone or was wrapped again by somebody else. */
    boolean replace(StoredKey before, WrappedKey after);

    /** Destroys the key of an owner for ever. Repeating it changes nothing. The owner never gets another one. */
    void destroy(String owner, Instant now);
}
