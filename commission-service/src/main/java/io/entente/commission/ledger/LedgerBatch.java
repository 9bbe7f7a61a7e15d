package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import java.util.Set;

/**
 * Collects entries that are written together, each at the end of its partner's chain. A batch is used by one thread
 * and should hold at most a few hundred entries, because all of them are in memory.
 */
public interface LedgerBatch {

    /**
     * Returns the head of a partner's chain including the entries collected so far. The next entry of this partner
     * must be decided on this head.
     */
    ChainHead end(PartnerId partnerId);

    /** Adds an entry to the batch. The entry and its events are written by {@link #commit}. */
    void add(Entry entry);

    /**
     * Writes the collected entries in order. It stops at the first entry whose cause is already in the ledger, or
     * whose place in the chain was taken by another instance. Afterwards the batch is empty and knows the new heads.
     *
     * @return the causes of the entries that were written; all other entries must be decided again
     */
    Set<String> commit();
}
