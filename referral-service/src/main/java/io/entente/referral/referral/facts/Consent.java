package io.entente.referral.referral.facts;

/**
 * The information that the client got and the consent that it gave. Some countries require both before a commission may
 * be paid.
 *
 * @param feeDisclosed whether the client knows that a fee is paid for the referral
 * @param clientAgrees whether the client agreed to be contacted
 */
public record Consent(boolean feeDisclosed, boolean clientAgrees) {}
