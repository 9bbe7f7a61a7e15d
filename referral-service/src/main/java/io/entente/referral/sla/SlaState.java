package io.entente.referral.sla;

/** Where a clock stands. */
public enum SlaState {
    /** Time is passing, and there is some left. */
    RUNNING,
    /** No time passes: somebody else's turn. */
    PAUSED,
    /** The promise was kept in time. */
    MET,
    /** The time ran out. It stays so; once it is kept all the same, the clock ends late. */
    BREACHED,
    /** What was promised isn't owed any more. */
    CANCELLED
}
