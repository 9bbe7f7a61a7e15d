/** What payments, refunds and reversals of a deal do to its commissions. */
@NullMarked
package io.entente.commission.commissions.settlement;

import org.jspecify.annotations.NullMarked;
