package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.messaging.rest.Page;
import io.entente.messaging.rest.PageRequest;

/** All partners' chains. There is no way to change or take away a transaction. */
public interface Ledger {

    /**
     * Writes a posting at the end of its partner's chain and publishes the event that tells of it, both or neither.
     *
     * @return false where its cause is in the ledger already
     */
    boolean append(Posting posting);

    /** Begins to gather postings that are written together: far cheaper for each than {@link #append}. */
    LedgerBatch batch();

    /** How a partner stands now. */
    ChainHead head(PartnerId partnerId);

    /** A partner's chain, from its first transaction on. */
    Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page);
}
