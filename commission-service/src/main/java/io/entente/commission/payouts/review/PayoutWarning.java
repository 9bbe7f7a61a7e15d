package io.entente.commission.payouts.review;

/** A reason to look at a payout before it is approved. */
public enum PayoutWarning {
    /** The payee's account is another one than the payout's. The payout would go to the account of the day of planning. */
    ACCOUNT_CHANGED_SINCE_PLANNING,
    /** The payee's account was entered or changed only a short time ago. */
    ACCOUNT_NEW,
    /** Other payment details have changed since planning. */
    DETAILS_CHANGED_SINCE_PLANNING,
    /** A change of the payment details waits for a second person. */
    CHANGE_WAITING,
    /** The partner is taxed differently since planning. The payout has the taxes of the day of planning. */
    TAX_PROFILE_CHANGED_SINCE_PLANNING,
    /** The details by which the partner is taxed were entered or changed only a short time ago. */
    TAX_PROFILE_NEW,
    /** A change of the details by which the partner is taxed waits for a second person. */
    TAX_PROFILE_CHANGE_WAITING,
    /** Finance has put payments to the partner on hold since planning. */
    PAYEE_ON_HOLD,
    /** Commission of the partner is on hold: a part of this payout, or further commission that is payable. */
    COMMISSION_ON_HOLD,
    /** Commission of this payout was adjusted, refunded or voided since planning, or its deal was corrected or reversed. */
    COMMISSION_CHANGED_SINCE_PLANNING,
    /** The client of a deal of this payout seems to be the partner itself, and nobody has decided that yet. */
    SELF_REFERRAL_SUSPECTED,
    /** The partner owes money: commission was voided, refunded or reversed since planning. */
    DEBT_SINCE_PLANNING,
    /** The payee is in a country to which nothing is paid. */
    BLOCKED_COUNTRY
}
