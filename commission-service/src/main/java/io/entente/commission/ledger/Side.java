package io.entente.commission.ledger;

/** The two sides of double entry. */
public enum Side {
    DEBIT,
    CREDIT
}
