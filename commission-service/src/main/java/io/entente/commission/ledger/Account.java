package io.entente.commission.ledger;

/** The ledger's accounts, for each partner and currency. */
public enum Account {
    /** What partners have cost the firm. */
    COMMISSION_EXPENSE(Side.DEBIT),
    /** Earned by partners, not payable yet. */
    ACCRUED(Side.CREDIT),
    /** Owed to partners now. */
    PAYABLE(Side.CREDIT),
    /** Paid out to partners. */
    PAID(Side.CREDIT);

    private final Side normal;

    Account(Side normal) {
        this.normal = normal;
    }

    /** The side on which an entry makes the account's balance greater. */
    public Side normal() {
        return normal;
    }
}
