package io.entente.platform.domain;

import java.util.function.Supplier;

/**
 * Retries a read-decide-write operation when another write came in between. This is the only place that handles a
 * {@link ConcurrentUpdateException} by trying again.
 */
public final class OptimisticRetry {

    /** An operation that loses this often in a row has another problem than bad luck. */
    public static final int MAX_ATTEMPTS = 10;

    private OptimisticRetry() {}

    /**
     * Runs an operation until no other write interferes, at most {@link #MAX_ATTEMPTS} times.
     *
     * @param readDecideWrite the whole operation; it must read again each time it is called
     * @return the result of the attempt that succeeded
     * @throws ConcurrentUpdateException if the last attempt lost, too
     */
    public static <T> T retryOnConflict(Supplier<T> readDecideWrite) {
        return retryOnConflict(MAX_ATTEMPTS, readDecideWrite);
    }

    /**
     * Runs an operation until no other write interferes.
     *
     * @param maxAttempts how often the operation runs at most, from 1
     * @param readDecideWrite the whole operation; it must read again each time it is called
     * @return the result of the attempt that succeeded
     * @throws ConcurrentUpdateException if the last attempt lost, too
     */
    public static <T> T retryOnConflict(int maxAttempts, Supplier<T> readDecideWrite) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readDecideWrite.get();
            } catch (ConcurrentUpdateException lost) {
                if (attempt >= maxAttempts) {
                    throw lost;
                }
            }
        }
    }
}
