package io.entente.verify;

/** A file is no proof of a statement, so there is nothing to check. The message says what is wrong with it. */
final class UnreadableProofException extends Exception {

    UnreadableProofException(String message) {
        super(message);
    }
}
