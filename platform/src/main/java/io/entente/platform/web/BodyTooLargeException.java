package io.entente.platform.web;

/** The request body is larger than the service accepts (413). */
public final class BodyTooLargeException extends RuntimeException {

    public BodyTooLargeException(long maxBytes) {
        super("The body must have at most %d bytes.".formatted(maxBytes));
    }
}
