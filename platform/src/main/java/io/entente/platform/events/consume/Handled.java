package io.entente.platform.events.consume;

/** What became of an event, for the caller's metrics. */
public enum Handled {
    /** It changed something. */
    APPLIED,
    /** It had been handled before, and changed nothing. */
    DUPLICATE,
    /** It isn't for this consumer, and changed nothing. */
    IGNORED
}
