package io.entente.commission.ledger;

/**
 * A transaction as it stands in the ledger.
 *
 * @param hash as stored
 * @param recomputedHash over what is stored now; another where somebody changed it
 */
public record ChainedTransaction(LedgerTransaction transaction, String hash, String recomputedHash) {}
