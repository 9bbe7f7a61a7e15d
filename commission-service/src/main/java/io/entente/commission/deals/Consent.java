package io.entente.commission.deals;

/**
 * What the client was told and agreed to.
 *
 * @param feeDisclosed it was told beforehand that a fee is paid for the referral
 * @param clientAgrees it agreed to being contacted
 */
public record Consent(boolean feeDisclosed, boolean clientAgrees) {

    /** Whether all that a country may ask for is there. */
    public boolean isGiven() {
        return feeDisclosed && clientAgrees;
    }
}
