package io.entente.commission.ledger;

import io.entente.commission.commissions.Commission;

/** What a ledger transaction records. {@link Commission} has the accounts that each of them moves. */
public enum TransactionKind {
    /** A deal earned commission. */
    ACCRUAL,
    /** A deal earned nothing; the transaction has no lines. */
    NO_COMMISSION,
    /** A part of a commission has a day on which it becomes payable; no lines, it stays accrued until then. */
    SCHEDULED,
    /** Its day has come: accrued becomes payable. */
    RELEASED,
    /** It is kept back, and stays owed; no lines. */
    HELD,
    /** It is no longer kept back; no lines. */
    HOLD_LIFTED,
    /** The commission was corrected; linked to its accrual, which stays as it is. */
    ADJUSTED,
    /** The client was refunded, or part of the deal undone. */
    CLAWED_BACK,
    /** All of it was cancelled before any was in a payout. */
    VOIDED,
    /** Payable became part of a payout. */
    ALLOCATED,
    /** The payout reached the partner. */
    PAID,
    /** The payout didn't, and the commission is payable again. */
    PAYOUT_FAILED,
    /** The payout came back, and the commission is payable again. */
    RETURNED,
    /** A payout as a whole: what it is made of, and what the partner owed back, netted from it. */
    PAYOUT;

    /** Whether other services are told of it, by an event of the commission. */
    public boolean isTold() {
        return switch (this) {
            case ACCRUAL, NO_COMMISSION, RELEASED, HELD, HOLD_LIFTED, ADJUSTED, CLAWED_BACK, VOIDED -> true;
            case SCHEDULED, ALLOCATED, PAID, PAYOUT_FAILED, RETURNED, PAYOUT -> false;
        };
    }
}
