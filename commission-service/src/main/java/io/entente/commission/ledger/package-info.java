/** The ledger: append-only, double entry, with one chain of transactions per partner. */
@NullMarked
package io.entente.commission.ledger;

import org.jspecify.annotations.NullMarked;
