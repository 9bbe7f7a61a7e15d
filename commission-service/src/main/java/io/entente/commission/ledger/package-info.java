/** The ledger: double entry, append-only, one chain of transactions per partner. */
@NullMarked
package io.entente.commission.ledger;

import org.jspecify.annotations.NullMarked;
