package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;

/** The status of a commission. If its portions differ, the one that is paid next decides. */
public enum CommissionStatus {
    /** Earned, but nothing is released yet. */
    ACCRUED,
    /** Released, and payable from a due date that is known. */
    PENDING,
    PAYABLE,
    /** Allocated to a payout. */
    ALLOCATED,
    /** Paid, or set off against what the partner owed back. */
    PAID,
    /** Not released for now, but still owed. */
    ON_HOLD,
    /** Taken back completely before any of it was allocated. */
    VOIDED,
    /** Taken back completely after some of it had been allocated. */
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
