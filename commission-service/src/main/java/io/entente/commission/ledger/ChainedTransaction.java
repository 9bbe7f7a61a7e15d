package io.entente.commission.ledger;

/**
 * A transaction with its hash as it is stored in the ledger.
 *
 * @param hash the hash that is stored
 * @param recomputedHash the hash of the content that is stored now; it differs from {@code hash} if somebody changed
 * the content
 */
public record ChainedTransaction(LedgerTransaction transaction, String hash, String recomputedHash) {}
