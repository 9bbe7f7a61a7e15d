package io.entente.partner.alerts;

/** What became of an alert. */
public enum AlertStatus {
    OPEN,
    /** Somebody takes care of it. */
    ACKNOWLEDGED,
    /** Somebody has decided that it is done. */
    CLOSED,
    /** The figures don't lead to it any more. */
    RESOLVED;

    /** Whether somebody still has to do something about it. */
    public boolean isPending() {
        return this == OPEN || this == ACKNOWLEDGED;
    }
}
