package io.entente.commission.ledger;

import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The chains of all partners. A transaction can't be changed or removed. */
public interface Ledger {

    /**
     * Appends an entry to its partner's chain and publishes its events. Either both happen or neither.
     *
     * @return false if the ledger already contains the entry's cause
     */
    boolean append(Entry entry);

    /**
     * Appends the entry that is decided for the current head of a chain. If another write comes first, the entry is
     * decided again for the new head.
     *
     * @param decision returns the entry for a head, or empty if there is nothing to write; its cause must not depend
     * on the head
     * @return false if nothing was written because the decision was empty or the ledger already contains the cause
     */
    boolean append(PartnerId partnerId, Function<ChainHead, Optional<? extends Entry>> decision);

    /**
     * Appends an entry if the head of its chain is still as it was when the entry was decided.
     *
     * @return false if the head has changed, or if the ledger already contains the cause
     */
    default boolean append(Entry entry, Predicate<ChainHead> isAsDecided) {
        return append(entry.partnerId(), head -> isAsDecided.test(head) ? Optional.of(entry) : Optional.empty());
    }

    /** Finds the transaction of a cause. */
    Optional<LedgerTransaction> find(String cause);

    /**
     * Starts a batch of entries that are written together, which costs far less for each entry than {@link #append}.
     */
    LedgerBatch batch();

    /** Returns the current head of a partner's chain. */
    ChainHead head(PartnerId partnerId);

    /** Returns a page of a partner's chain, oldest transaction first. */
    Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page);
}
