package io.entente.sandbox;

/** The sandbox can't start here and now; the message is one line that says what is in the way and what to do. */
final class StartRefusedException extends RuntimeException {

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
