/** Deals whose client seems to be the partner itself, and the decision about their commission. */
@NullMarked
package io.entente.commission.commissions.selfreferral;

import org.jspecify.annotations.NullMarked;
