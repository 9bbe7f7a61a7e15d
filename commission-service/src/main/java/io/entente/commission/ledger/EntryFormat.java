package io.entente.commission.ledger;

import java.util.List;

/**
 * Stores entries as parts of a transaction. The ledger stores the chain itself and knows nothing about what its entries record.
 *
 * @param <D> the store's document
 */
public interface EntryFormat<D> {

    /** Adds the entry's own fields to the document of its transaction. */
    void write(Entry entry, D transaction);

    /** Reads the entry of a transaction. */
    Entry read(TransactionId id, TransactionKind kind, List<LedgerLine> lines, D transaction);
}
