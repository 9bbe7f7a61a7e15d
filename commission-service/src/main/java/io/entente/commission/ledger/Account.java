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
    /** Commission paid out to partners, tax that was withheld from it included. */
    PAID(Side.CREDIT),
    /** What a partner owes back because a deal was reversed after the commission was paid. Later payouts net it. */
    CLAWBACK_DUE(Side.DEBIT),
    /** VAT that was paid to partners on top of commission, and that the firm claims from the tax office. */
    VAT(Side.DEBIT),
    /** Tax that was kept back from payouts, and that the firm owes to the tax office. */
    WITHHELD(Side.CREDIT),
    /** Transferred to partners besides commission: VAT less withheld tax. Below zero if more was withheld. */
    TAX_PAID(Side.CREDIT);

    private final Side normal;

    Account(Side normal) {
        this.normal = normal;
    }

    /** The side on which an entry makes the account's balance greater. */
    public Side normal() {
        return normal;
    }
}
