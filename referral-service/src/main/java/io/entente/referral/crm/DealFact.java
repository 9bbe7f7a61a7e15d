package io.entente.referral.crm;

/** The facts, besides the stage, with which a deal is closed. */
public enum DealFact {
    AMOUNT,
    CURRENCY,
    CLOSED_ON,
    LOSS_REASON
}
