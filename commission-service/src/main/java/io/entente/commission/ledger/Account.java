package io.entente.commission.ledger;

/** The ledger's accounts, for each partner and currency. */
public enum Account {
    /** What partners have cost the firm. */
    COMMISSION_EXPENSE(Side.DEBIT),
    /** Earned by partners, not payable yet. */
    ACCRUED(Side.CREDIT),
    /** Owed to partners now. */
    PAYABLE(Side.CREDIT),
    /** In a payout that hasn't reached the partner yet, net of what it owes back. */
    ALLOCATED(Side.CREDIT),
    /** Paid out to partners. */
    PAID(Side.CREDIT),
    /** What a partner owes back because a deal was undone after it was paid; netted from later payouts. */
    CLAWBACK_DUE(Side.DEBIT);

    private final Side normal;

    Account(Side normal) {
        this.normal = normal;
    }

    /** The side on which an entry makes the account's balance greater. */
    public Side normal() {
        return normal;
    }
}
