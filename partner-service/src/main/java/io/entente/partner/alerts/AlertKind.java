package io.entente.partner.alerts;

/** What an alert is about. */
public enum AlertKind {
    /** Clients rate a partner worse than before. */
    FALLING_SATISFACTION,
    /** Nothing has been referred in either direction for a long time, and nobody at the partner has done anything. */
    SILENCE,
    /** Only one side refers clients. */
    ONE_SIDED_FLOW,
    /** A few partners bring most of the revenue. */
    CONCENTRATION
}
