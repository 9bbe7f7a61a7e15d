package io.entente.referral.referral.facts;

/**
 * Records which import last wrote a referral, and from which row. The same row is recognized later, even after a crash.
 *
 * @param rowHash hash of the row's mapped columns
 */
public record ImportMark(String importId, String rowHash) {}
