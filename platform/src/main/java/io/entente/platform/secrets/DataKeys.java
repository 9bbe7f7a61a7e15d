package io.entente.platform.secrets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives the data keys of owners. A key that was used stays in memory for {@link #FRESH_FOR}, so another instance stops to read what was
 * erased within that time.
 */
public final class DataKeys {

    public static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private static final int MAX_KEYS = 10_000;

    private final DataKeyStore store;
    private final KeyWrapping wrapping;
    private final Cache<String, Optional<FieldCipher>> known;

    public DataKeys(DataKeyStore store, KeyWrapping wrapping, Ticker ticker) {
        this.store = store;
        this.wrapping = wrapping;
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(FRESH_FOR)
                .maximumSize(MAX_KEYS)
                .build();
    }

    /** The cipher for what is written about an owner; empty if the owner's data was erased. The first call makes a key. */
    public Optional<FieldCipher> toWrite(String owner) {
        Optional<FieldCipher> cipher = known.getIfPresent(owner);
        return cipher != null ? cipher : known(owner, store.findOrAdd(owner, () -> wrapping.create(owner)));
    }

    /**
     * The cipher for what was written about an owner; empty if the owner's data was erased.
     *
     * @throws IllegalStateException if the owner never had a key
     */
    public Optional<FieldCipher> toRead(String owner) {
        Optional<FieldCipher> cipher = known.getIfPresent(owner);
        return cipher != null ? cipher : known(owner, stored(owner));
    }

    /** Makes a data key that a document has within itself. */
    public WrappedKey createFor(String document) {
        return wrapping.create(document);
    }

    /** The cipher of a document that has its data key within itself. */
    public FieldCipher open(String document, WrappedKey key) {
        return wrapping.open(document, key);
    }

    /** Destroys the key of an owner. What was encrypted with it can't be read any more. */
    public void destroy(String owner, Instant now) {
        store.destroy(owner, now);
        known.invalidate(owner);
    }

    private Optional<FieldCipher> known(String owner, StoredKey stored) {
        WrappedKey key = stored.key();
        Optional<FieldCipher> cipher = key == null ? Optional.empty() : Optional.of(wrapping.open(owner, key));
        known.put(owner, cipher);
        return cipher;
    }

    private StoredKey stored(String owner) {
        return store.find(owner)
                .orElseThrow(() -> new IllegalStateException("There is no data key for " + owner
                        + ". Was the collection data_keys restored together with the others?"));
    }
}
