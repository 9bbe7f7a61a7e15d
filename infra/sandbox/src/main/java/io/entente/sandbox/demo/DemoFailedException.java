package io.entente.sandbox.demo;

/** The demo failed. The message is one line with the request and the response. */
public final class DemoFailedException extends RuntimeException {

    DemoFailedException(String message) {
        super(message);
    }

    DemoFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
