package io.entente.referral.intake.csv;

/** Thrown if a file can't be imported at all. The message says why, for the person who sent it. */
public final class UnreadableFileException extends Exception {

    public UnreadableFileException(String message) {
        super(message);
    }
}
