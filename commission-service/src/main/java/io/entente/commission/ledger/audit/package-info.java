/** Proves that the ledger still is what was written: verifies chains, hashes and balances. */
@NullMarked
package io.entente.commission.ledger.audit;

import org.jspecify.annotations.NullMarked;
