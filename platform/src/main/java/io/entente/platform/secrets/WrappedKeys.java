package io.entente.platform.secrets;

import java.util.List;

/** Stored data keys, as a rotation sees them. */
public interface WrappedKeys {

    /** Keys that another key than this one has wrapped. */
    List<StoredKey> wrappedByOther(int wrapping, int count);

    /** The number of keys that another key than this one has wrapped. */
    long countWrappedByOther(int wrapping);

    /** Stores a key that was wrapped again. Returns false if it is gone or was wrapped again by somebody else. */
    boolean replace(StoredKey before, WrappedKey after);
}
