package io.entente.commission.deals;

/**
 * What the client was told and agreed to.
 *
 * @param feeDisclosed whether the client was told in advance that a fee is paid for the referral
 * @param clientAgrees whether the client agreed to be contacted
 */
public record Consent(boolean feeDisclosed, boolean clientAgrees) {

    /** Whether everything that a country may require is present. */
    public boolean isGiven() {
        return feeDisclosed && clientAgrees;
    }
}
