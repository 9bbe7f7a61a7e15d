package io.entente.sandbox;

/** The command line asks for something that doesn't exist or makes no sense; the message is one line for who typed it. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
