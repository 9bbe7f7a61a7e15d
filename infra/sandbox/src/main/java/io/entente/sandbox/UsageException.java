package io.entente.sandbox;

/** The command line is invalid. The message is one line for the person who typed it. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
