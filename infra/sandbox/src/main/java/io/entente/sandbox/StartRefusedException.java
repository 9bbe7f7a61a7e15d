package io.entente.sandbox;

/** The sandbox cannot start. The message is one line with the reason and a remedy. */
final class StartRefusedException extends RuntimeException {

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
