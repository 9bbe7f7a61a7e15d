package io.entente.platform.secrets;

import java.util.List;

/** Wraps data keys with the primary key of the keyset. What is encrypted with them stays as it is. */
public final class RotateKeys {

    /** The number of keys after which a call ends. They take a few seconds. */
    public static final int MAX_KEYS = 5_000;

    private static final int BLOCK = 200;

    private final List<WrappedKeys> stores;
    private final KeyWrapping wrapping;

    public RotateKeys(List<? extends WrappedKeys> stores, KeyWrapping wrapping) {
        this.stores = List.copyOf(stores);
        this.wrapping = wrapping;
    }

    /**
     * How far a rotation has come.
     *
     * @param wrapped the number of keys that this call wrapped again
     * @param remaining the number of keys that another key than the primary one still wraps
     */
    public record Progress(int primaryKey, int wrapped, long remaining) {}

    /** Wraps about {@link #MAX_KEYS} keys again. If it is repeated after the end, it changes nothing. */
    public Progress rotate() {
        int primary = wrapping.primaryKey();
        int wrapped = 0;
        for (WrappedKeys store : stores) {
            List<StoredKey> block = store.wrappedByOther(primary, BLOCK);
            while (!block.isEmpty() && wrapped < MAX_KEYS) {
                wrapped += wrapAgain(store, block);
                block = store.wrappedByOther(primary, BLOCK);
            }
        }
        return new Progress(
                primary,
                wrapped,
                stores.stream()
                        .mapToLong(store -> store.countWrappedByOther(primary))
                        .sum());
    }

    private int wrapAgain(WrappedKeys store, List<StoredKey> block) {
        int wrapped = 0;
        for (StoredKey stored : block) {
            WrappedKey key = stored.key();
            if (key != null && store.replace(stored, wrapping.wrapAgain(stored.owner(), key))) {
                wrapped++;
            }
        }
        return wrapped;
    }
}
