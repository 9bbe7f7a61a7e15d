package io.entente.commission.payouts;

/** Why a partner isn't paid with a batch. */
public enum BlockReason {
    /** Less is payable than the batch's minimum; it waits for the next. */
    BELOW_MINIMUM,
    /** The partner owes as much as it is owed, or more. */
    NEGATIVE_BALANCE,
    /** Nobody said where to pay in this currency. */
    NO_PAYMENT_DETAILS,
    /** Finance holds payments to the partner back, or all of its commission that would be payable. */
    ON_HOLD,
    /** The form that the partner's country needs isn't there. */
    MISSING_TAX_FORM
}
