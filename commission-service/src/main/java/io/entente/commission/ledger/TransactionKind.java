package io.entente.commission.ledger;

/** What a ledger transaction records. */
public enum TransactionKind {
    /** A deal earned commission. */
    ACCRUAL,
    /** A deal earned nothing; the transaction has no lines. */
    NO_COMMISSION
}
