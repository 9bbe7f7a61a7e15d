package io.entente.referral.referral.facts;

/**
 * What the client was told and agreed to; some countries demand both before a commission may be paid.
 *
 * @param feeDisclosed the client knows that a fee is paid for the referral
 * @param clientAgrees the client agreed to being contacted
 */
public record Consent(boolean feeDisclosed, boolean clientAgrees) {}
