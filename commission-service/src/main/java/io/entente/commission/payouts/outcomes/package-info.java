/** Rules for the outcomes of payouts. */
@NullMarked
package io.entente.commission.payouts.outcomes;

import org.jspecify.annotations.NullMarked;
