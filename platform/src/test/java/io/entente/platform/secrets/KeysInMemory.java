package io.entente.platform.secrets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Data keys in memory. */
public final class KeysInMemory implements DataKeyStore {

    private final Map<String, StoredKey> keys = new TreeMap<>();

    @Override
    public Optional<StoredKey> find(String owner) {
        return Optional.ofNullable(keys.get(owner));
    }

    @Override
    public StoredKey findOrAdd(String owner, Supplier<WrappedKey> fresh) {
        return keys.computeIfAbsent(owner, unused -> new StoredKey(owner, fresh.get()));
    }

    @Override
    public List<StoredKey> wrappedByOther(int wrapping, int count) {
        return keys.values().stream()
                .filter(stored -> stored.key() != null && stored.key().wrappedBy() != wrapping)
                .limit(count)
                .toList();
    }

    @Override
    public long countWrappedByOther(int wrapping) {
        return wrappedByOther(wrapping, Integer.MAX_VALUE).size();
    }

    @Override
    public boolean replace(StoredKey before, WrappedKey after) {
        return keys.replace(before.owner(), before, new StoredKey(before.owner(), after));
    }

    @Override
    public void destroy(String owner, Instant now) {
        keys.put(owner, new StoredKey(owner, null));
    }
}
