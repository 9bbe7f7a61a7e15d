package io.entente.commission.bankreports;

/** What became of one item of a report. */
public enum ItemResult {
    /** It has not been matched yet. */
    PENDING(false),
    /** It has set the payout's outcome. */
    OUTCOME_SET(false),
    /** The payout had this outcome already. */
    CONFIRMED(false),
    /** Its status isn't final, so it sets no outcome. */
    NOT_FINAL(false),
    /** It names no payment: fees, or money of others. */
    NO_REFERENCE(false),
    /** It names a payment of somebody else on the same account: its reference is none that the program gives. */
    OTHER_PAYER(false),
    /** No payout, and no batch, has this reference, although the program could have given it. */
    UNKNOWN_REFERENCE(true),
    /** The amount is not that of the payout, or of the payouts that were booked together. */
    AMOUNT_DIFFERS(true),
    /** No amount is in the currency of the payout. */
    CURRENCY_DIFFERS(true),
    /** Another outcome is on record. */
    CONTRADICTS(true),
    /** The payout was not sent to the bank. */
    NOT_SENT(true),
    /** The money came back before anybody reported that the payout was paid. */
    NOT_PAID(true),
    /** The value date is not possible. */
    DATE_REFUSED(true),
    /** A person has to interpret it. */
    UNCLEAR(true);

    private final boolean needsPerson;

    ItemResult(boolean needsPerson) {
        this.needsPerson = needsPerson;
    }

    /** Whether a person has to look at the item. */
    public boolean needsPerson() {
        return needsPerson;
    }
}
