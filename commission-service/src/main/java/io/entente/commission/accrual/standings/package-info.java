/** What a client or a referral stands at: the figures that pricing needs, kept as counters so that a deal costs the same after any history. */
@NullMarked
package io.entente.commission.accrual.standings;

import org.jspecify.annotations.NullMarked;
