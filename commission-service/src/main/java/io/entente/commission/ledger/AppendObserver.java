package io.entente.commission.ledger;

/** Hears about each entry after it was written. */
public interface AppendObserver {

    void appended(Entry entry);
}
