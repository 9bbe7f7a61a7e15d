package io.entente.referral.referral.facts;

/**
 * Which import last wrote a referral, and from what: the same row is known again, also after a crash.
 *
 * @param rowHash of the row's mapped columns
 */
public record ImportMark(String importId, String rowHash) {}
