package io.entente.referral.sla;

/**
 * What the policy book answers to a policy or a calendar.
 *
 * @param <T> which of them
 */
public sealed interface SlaBookDecision<T> {

    /** It goes in, as this version. */
    record Put<T>(T entry, SlaPolicyBook book) implements SlaBookDecision<T> {}

    /** The newest version says the same. */
    record Same<T>(T entry) implements SlaBookDecision<T> {}

    /**
     * It can't go in.
     *
     * @param field the request's field that stands in the way
     * @param reason for the person who sent it
     */
    record Refused<T>(String field, String reason) implements SlaBookDecision<T> {}
}
