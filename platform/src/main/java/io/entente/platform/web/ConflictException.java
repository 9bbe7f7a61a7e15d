package io.entente.platform.web;

import io.entente.platform.domain.Decision;

/** The current state of the resource does not allow the command (409). The message says what it allows. */
public final class ConflictException extends RuntimeException {

    public ConflictException(String message) {
        super(message);
    }

    /** What an allowed command leads to; a refused one is this exception. */
    public static <T> T unlessAllowed(Decision<T> decision) {
        return decision.orElseThrow(ConflictException::new);
    }
}
