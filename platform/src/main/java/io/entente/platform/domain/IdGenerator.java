package io.entente.platform.domain;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;

/**
 * Where new ids come from. Injected, so that a test can say which id comes next.
 */
@FunctionalInterface
public interface IdGenerator {

    /** A new id that starts with the given prefix, {@code ref_01k…}. */
    String next(String prefix);

    /** ULIDs: unique without coordination and in order of time, so that they make good primary keys. */
    static IdGenerator ulids() {
        return prefix ->
                prefix + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }
}
