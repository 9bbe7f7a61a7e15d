/** Counts commissions for operators. */
@NullMarked
package io.entente.commission.commissions.metrics;

import org.jspecify.annotations.NullMarked;
