package io.entente.platform.web;

/** A request body past the service's bound (413). */
public final class BodyTooLargeException extends RuntimeException {

    public BodyTooLargeException(long maxBytes) {
        super("The body may have at most %d bytes.".formatted(maxBytes));
    }
}
