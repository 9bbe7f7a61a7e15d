package io.entente.referral.crm;

/** What a deal needs besides its stage, so that it can be closed. */
public enum DealFact {
    AMOUNT,
    CURRENCY,
    CLOSED_ON,
    LOSS_REASON
}
