/** Payouts in the ledger: the port to what partners can be paid. */
@NullMarked
package io.entente.commission.payouts.ledger;

import org.jspecify.annotations.NullMarked;
