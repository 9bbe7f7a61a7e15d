package io.entente.referral.sla;

/**
 * The policy book's decision about a new policy or calendar.
 *
 * @param <T> policy or calendar
 */
public sealed interface SlaBookDecision<T> {

    /** It is accepted as this version. */
    record Put<T>(T entry, SlaPolicyBook book) implements SlaBookDecision<T> {}

    /** The newest version has the same content. */
    record Same<T>(T entry) implements SlaBookDecision<T> {}

    /**
     * It is refused.
     *
     * @param field the field of the request that causes the refusal
     * @param reason for the person who sent the request
     */
    record Refused<T>(String field, String reason) implements SlaBookDecision<T> {}
}
