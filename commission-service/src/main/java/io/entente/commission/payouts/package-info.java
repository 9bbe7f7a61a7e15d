/** Payouts: planned in batches, approved by a second person, sent to the bank once, and settled by their outcome. */
@NullMarked
package io.entente.commission.payouts;

import org.jspecify.annotations.NullMarked;
