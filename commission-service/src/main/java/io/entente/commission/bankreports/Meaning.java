package io.entente.commission.bankreports;

/** What a status or an entry of a report means for a payout. Only the first three set an outcome. */
public enum Meaning {
    /** The money left the account for good: ACSC and ACCC in pain.002, a booked debit in camt.054. */
    PAID,
    /** The payment was not made and won't be: RJCT and CANC in pain.002. */
    FAILED,
    /** The money came back: a booked credit in camt.054 that is marked as a return or as a reversal of a debit. */
    RETURNED,
    /** Money arrived, and the report doesn't say that it came back. It is a return if it names a payout. */
    CREDITED,
    /** The bank is still working on it (ACCP, ACSP, ACTC, ACWC, PDNG, PART and others), or an entry isn't booked yet. */
    NOT_FINAL,
    /** The report says something that a person has to interpret. */
    UNCLEAR
}
