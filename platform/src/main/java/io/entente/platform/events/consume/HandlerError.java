package io.entente.platform.events.consume;

/**
 * Wraps an {@link Error} that is a bug of a handler, such as a stack overflow, a missing class or a failed assertion. The
 * error itself would end the consumer's thread and so stop its partitions, although it is enough to park one aggregate.
 */
final class HandlerError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandlerError(Error error) {
        super(error.toString(), error);
    }
}
