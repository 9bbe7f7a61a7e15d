package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;

/** All partners' chains. There is no way to change or take away a transaction. */
public interface Ledger {

    /**
     * Writes an entry at the end of its partner's chain and publishes the events that tell of it, both or neither.
     *
     * @return false where its cause is in the ledger already
     */
    boolean append(Entry entry);

    /**
     * Writes what is decided on how the partner stands: decided again where somebody else wrote first.
     *
     * @param decision the entry for a head; nothing where there is nothing to write. Its cause must not depend on the head
     * @return false where nothing was written, or the cause is in the ledger already
     */
    boolean append(PartnerId partnerId, Function<ChainHead, Optional<? extends Entry>> decision);

    /** The transaction of a cause. */
    Optional<LedgerTransaction> find(String cause);

    /** Begins to gather postings that are written together: far cheaper for each than {@link #append}. */
    LedgerBatch batch();

    /** How a partner stands now. */
    ChainHead head(PartnerId partnerId);

    /** A partner's chain, from its first transaction on. */
    Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page);
}
