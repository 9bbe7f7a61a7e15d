package io.entente.referral.intake;

/** Another instance has taken the import over: this one leaves it. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException(String importId) {
        super("another instance works off " + importId);
    }
}
