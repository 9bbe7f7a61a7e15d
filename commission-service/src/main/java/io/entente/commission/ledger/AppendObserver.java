package io.entente.commission.ledger;

/** Is called for each entry after it was written. */
public interface AppendObserver {

    void appended(Entry entry);
}
