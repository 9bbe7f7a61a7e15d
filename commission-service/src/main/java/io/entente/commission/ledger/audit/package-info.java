/** Proves that the ledger is as it was written: chains, hashes, balances. */
@NullMarked
package io.entente.commission.ledger.audit;

import org.jspecify.annotations.NullMarked;
