/** Payout files for the bank, and sending them. */
@NullMarked
package io.entente.commission.payouts.bank;

import org.jspecify.annotations.NullMarked;
