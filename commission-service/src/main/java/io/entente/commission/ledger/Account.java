package io.entente.commission.ledger;

/** The ledger's accounts, for each partner and currency. */
public enum Account {
    /** The cost of commission to the firm. */
    COMMISSION_EXPENSE(Side.DEBIT),
    /** Earned by partners and not payable yet. */
    ACCRUED(Side.CREDIT),
    /** Payable to partners now. */
    PAYABLE(Side.CREDIT),
    /** Reserved for a payout that has not reached the partner yet, after netting what the partner owes back. */
    ALLOCATED(Side.CREDIT),
    /** Paid out to partners. */
    PAID(Side.CREDIT),
    /** What a partner owes back because a deal was reversed after the commission was paid. Later payouts net it. */
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
