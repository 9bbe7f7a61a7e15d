package io.entente.commission.ledger;

import io.entente.commission.commissions.Commission;

/** What a ledger transaction records. {@link Commission} lists the accounts that each kind moves. */
public enum TransactionKind {
    /** A deal earned commission. */
    ACCRUAL,
    /** A deal earned nothing; the transaction has no lines. */
    NO_COMMISSION,
    /**
     * A part of a commission got its due date. The transaction has no lines, because the amount stays accrued until
     * that day.
     */
    SCHEDULED,
    /**
     * A payment that released a part was voided, so this part waits for a payment again. Nothing of the commission is
     * lost.
     */
    UNSCHEDULED,
    /** The due date was reached, so accrued commission becomes payable. */
    RELEASED,
    /** The commission was put on hold. The transaction has no lines, because the amount is still owed. */
    HELD,
    /** The hold was lifted. The transaction has no lines. */
    HOLD_LIFTED,
    /** The commission was adjusted. The accrual itself stays as it is. */
    ADJUSTED,
    /**
     * A further payment of a retainer bears a part of a change that is announced as {@link #ADJUSTED} with its whole amount, so that one
     * change is announced once.
     */
    ADJUSTMENT_SHARED,
    /** The client was refunded, or a part of the deal was reversed. */
    CLAWED_BACK,
    /**
     * A further payment of a retainer bears a part of a refund that is announced as {@link #CLAWED_BACK} with its whole
     * amount, so that one refund is announced once.
     */
    CLAWBACK_SHARED,
    /**
     * A refund or a payment changes how much of the partner's revenue was lost, but no amount of a commission. The
     * transaction has no lines. Statements show the revenue.
     */
    REFUND_NOTED,
    /** The whole commission was cancelled before any of it was allocated to a payout. */
    VOIDED,
    /** Payable commission was allocated to a payout. */
    ALLOCATED,
    /** The payout reached the partner. */
    PAID,
    /** The payout did not reach the partner, so the commission is payable again. */
    PAYOUT_FAILED,
    /** The payout was returned after it was paid, so the commission is payable again. */
    RETURNED,
    /** A payable amount was set off against what the partner owed back in the same currency. */
    NETTED,
    /**
     * A deal counts differently for tiers and terms, because it was corrected or reversed. The transaction has no lines.
     */
    RECOUNTED,
    /** A payout as a whole: the portions that it pays and the amount owed back that it nets. */
    PAYOUT;

    /** Whether an event of the commission announces this kind to other services. */
    public boolean isTold() {
        return switch (this) {
            case ACCRUAL, NO_COMMISSION, RELEASED, HELD, HOLD_LIFTED, ADJUSTED, CLAWED_BACK, VOIDED -> true;
            case SCHEDULED,
                    UNSCHEDULED,
                    ALLOCATED,
                    PAID,
                    PAYOUT_FAILED,
                    RETURNED,
                    NETTED,
                    ADJUSTMENT_SHARED,
                    CLAWBACK_SHARED,
                    REFUND_NOTED,
                    RECOUNTED,
                    PAYOUT -> false;
        };
    }
}
