/** Payouts as the bank reads them, and the way there. */
@NullMarked
package io.entente.commission.payouts.bank;

import org.jspecify.annotations.NullMarked;
