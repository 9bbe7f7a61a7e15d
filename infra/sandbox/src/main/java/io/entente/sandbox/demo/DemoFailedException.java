package io.entente.sandbox.demo;

/** The demo couldn't be played to its end; the message is one line that says at which call and what was answered. */
public final class DemoFailedException extends RuntimeException {

    DemoFailedException(String message) {
        super(message);
    }

    DemoFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
