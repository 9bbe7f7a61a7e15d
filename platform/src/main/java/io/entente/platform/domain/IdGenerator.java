package io.entente.platform.domain;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/**
 * Generates new ids. It is injected, so that a test can determine the next id.
 */
@FunctionalInterface
public interface IdGenerator {

    /** A new id with the given prefix, such as {@code ref_01k…}. */
    String next(String prefix);

    /** Generates ULIDs. They are unique without coordination and sorted by time, which makes them good primary keys. */
    static IdGenerator ulids() {
        return prefix ->
                prefix + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }
}
