/** Settles payments, refunds and reversals of a deal on its commissions. */
@NullMarked
package io.entente.commission.commissions.settlement;

import org.jspecify.annotations.NullMarked;
