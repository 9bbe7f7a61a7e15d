/** Determines what can be paid out, and moves commissions through payouts. */
@NullMarked
package io.entente.commission.commissions.payables;

import org.jspecify.annotations.NullMarked;
