/** Refunds of deals that have no commission. */
@NullMarked
package io.entente.commission.commissions.refunds;

import org.jspecify.annotations.NullMarked;
