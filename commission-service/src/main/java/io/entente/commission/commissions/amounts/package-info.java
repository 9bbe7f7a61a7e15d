/** Amounts of commissions that are computed from parts. */
@NullMarked
package io.entente.commission.commissions.amounts;

import org.jspecify.annotations.NullMarked;
