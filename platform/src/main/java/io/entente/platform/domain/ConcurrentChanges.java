package io.entente.platform.domain;

import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/** Decides again where another write came between reading an aggregate and writing it. */
public final class ConcurrentChanges {

    /** Losing this often in a row means something else is wrong than bad luck. */
    private static final int ATTEMPTS = 10;

    private ConcurrentChanges() {}

    /** Runs read-decide-write again from the start until no other write came between. */
    public static <T> T decideAgain(Supplier<T> readDecideWrite) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readDecideWrite.get();
            } catch (OptimisticLockingFailureException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }
}
