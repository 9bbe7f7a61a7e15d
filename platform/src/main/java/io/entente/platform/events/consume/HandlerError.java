package io.entente.platform.events.consume;

/**
 * A handler's bug that Java reports as an {@link Error}: a stack overflow, a missing class, a failed assertion. Let through as
 * it is, it would end the consumer's thread, and its partitions would stand still where parking one aggregate is enough.
 */
final class HandlerError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandlerError(Error error) {
        super(error.toString(), error);
    }
}
