package io.entente.platform.web.limits;

/** The request body takes too long to arrive (408). */
public final class SlowBodyException extends RuntimeException {

    SlowBodyException() {
        super("The body must arrive faster.");
    }
}
