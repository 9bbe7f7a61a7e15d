package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.canonical.CanonicalText;

/** Names of the fields of a ledger document that queries and the hash use. */
final class LedgerFields {

    static final String ID = "_id";
    static final String FORMAT = CanonicalText.FORMAT_FIELD;
    static final String PARTNER = "partnerId";
    static final String KIND = "kind";
    static final String CAUSE = "cause";
    static final String RECORDED_AT = "recordedAt";
    static final String HASH = CanonicalText.HASH;
    static final String NUMBER = "number";

    /** The client of the deal that a transaction concerns. */
    static final String CLIENT = "commission.client.key";

    static final String OUTBOX = CanonicalText.OUTBOX;

    private LedgerFields() {}
}
