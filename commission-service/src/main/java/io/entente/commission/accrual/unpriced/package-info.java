/** Deals that earned nothing because no plan covered them, and the command that prices them later. */
@NullMarked
package io.entente.commission.accrual.unpriced;

import org.jspecify.annotations.NullMarked;
