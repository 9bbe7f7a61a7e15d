package io.entente.platform.events.consume;

/** The result of handling an event. It is counted by metrics. */
public enum Handled {
    /** The event changed something. */
    APPLIED,
    /** The event had been handled before and changed nothing. */
    DUPLICATE,
    /** The event doesn't concern this consumer and changed nothing. */
    IGNORED
}
