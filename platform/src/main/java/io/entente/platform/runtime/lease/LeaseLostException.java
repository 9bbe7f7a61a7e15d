package io.entente.platform.runtime.lease;

/** The lease has expired and another holder has acquired the item, or the work on it has ended. The caller must stop. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException(Lease lease) {
        super("The lease on %s has been lost: another instance works on it, or the work has ended"
                .formatted(lease.itemId()));
    }
}
