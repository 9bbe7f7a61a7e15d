package io.entente.referral.intake.csv;

/** A file that can't be taken over at all; the message says why, for the person who sent it. */
public final class UnreadableFileException extends Exception {

    public UnreadableFileException(String message) {
        super(message);
    }
}
