package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import java.util.Set;

/**
 * Entries gathered to be written in one go, each at the end of its partner's chain behind those gathered before it. For one
 * thread, and a few hundred entries: all of them are in memory.
 */
public interface LedgerBatch {

    /** How a partner stands with what was gathered so far: what is added next for it is decided on that. */
    ChainHead end(PartnerId partnerId);

    /** Adds an entry, together with the event that tells of it; nothing is written yet. */
    void add(Entry entry);

    /**
     * Writes what was gathered, in order, up to the first entry that finds its cause in the ledger already or its place in
     * the chain taken by another instance. After that the batch is empty, and knows the chain's new end.
     *
     * @return the causes of the entries written, each once; the others are to be decided again
     */
    Set<String> commit();
}
