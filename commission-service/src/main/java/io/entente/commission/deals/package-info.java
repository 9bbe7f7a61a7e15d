/**
 * Deals and referrals as far as commission needs them: who is credited, what happened to a deal later, and what the
 * client agreed to.
 */
@NullMarked
package io.entente.commission.deals;

import org.jspecify.annotations.NullMarked;
