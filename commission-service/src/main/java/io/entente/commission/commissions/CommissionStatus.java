package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;

/** Where a commission stands, in a word; of several parts the one that is next to be paid decides. */
public enum CommissionStatus {
    /** Earned; nothing has set it free. */
    ACCRUED,
    /** Set free, and payable on a day that is known. */
    PENDING,
    PAYABLE,
    /** In a payout. */
    ALLOCATED,
    PAID,
    /** Kept back, but owed. */
    ON_HOLD,
    /** Taken back whole before any of it was in a payout. */
    VOIDED,
    /** Taken back whole after some of it was in a payout. */
    CLAWED_BACK;

    static CommissionStatus of(Commission commission) {
        if (commission.net().isZero()) {
            return commission.inPayouts().isZero() ? VOIDED : CLAWED_BACK;
        }
        if (commission.isHeld() && commission.inPayouts().isLessThan(commission.net())) {
            return ON_HOLD;
        }
        if (commission.in(State.PAYABLE).isPositive()) {
            return PAYABLE;
        }
        if (commission.in(State.ALLOCATED).isPositive()) {
            return ALLOCATED;
        }
        if (commission.in(State.PENDING).isPositive()) {
            return PENDING;
        }
        return commission.released().isLessThan(commission.net()) ? ACCRUED : PAID;
    }
}
