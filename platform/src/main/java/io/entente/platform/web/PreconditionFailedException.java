package io.entente.platform.web;

/** {@code If-Match} names another version than the resource has (412). */
public final class PreconditionFailedException extends RuntimeException {

    public PreconditionFailedException(long current) {
        super("The resource is at version %d; read it again and decide again.".formatted(current));
    }
}
