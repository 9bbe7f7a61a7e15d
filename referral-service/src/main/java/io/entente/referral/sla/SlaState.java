package io.entente.referral.sla;

/** The state of a clock. */
public enum SlaState {
    /** The time is running, and some is left. */
    RUNNING,
    /** No time passes, because it is somebody else's turn. */
    PAUSED,
    /** The promise was kept in time. */
    MET,
    /** The due date has passed. The state remains; if the promise is kept after all, the clock ends late. */
    BREACHED,
    /** The promise is no longer owed. */
    CANCELLED
}
