package io.entente.commission.payouts.policy;

/** The reason why a partner isn't paid with a batch. */
public enum BlockReason {
    /** The payable amount is below the minimum of the batch and waits for the next one. */
    BELOW_MINIMUM,
    /** The partner owes at least as much as it is owed. */
    NEGATIVE_BALANCE,
    /** There are no payment details for this currency. */
    NO_PAYMENT_DETAILS,
    /** Finance holds payments to the partner, or all of its commission that would be payable. */
    ON_HOLD,
    /** The tax form that the partner's country requires is missing. */
    MISSING_TAX_FORM,
    /** The payee, its address or its bank is in a country to which nothing is paid. */
    BLOCKED_COUNTRY,
    /**
     * The program pays VAT, and the partner's VAT can't be determined: its tax profile or its agreement to self-billing is missing or
     * incomplete.
     */
    TAX_UNKNOWN,
    /** No bank would accept the transfer, because it breaks a rule of the scheme, such as its largest amount. */
    BANK_RULES
}
