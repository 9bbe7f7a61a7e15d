package io.entente.platform.domain;

import org.jspecify.annotations.Nullable;

/**
 * Somebody else stored an aggregate between the moment it was read and the moment it was to be written. Nothing was written.
 * Read it again and decide again; {@link OptimisticRetry} does so.
 */
public final class ConcurrentUpdateException extends RuntimeException implements TransientFailure {

    public ConcurrentUpdateException(String message) {
        super(message);
    }

    /** @param cause the failure by which the store reported the conflict, for example a duplicate key */
    public ConcurrentUpdateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
