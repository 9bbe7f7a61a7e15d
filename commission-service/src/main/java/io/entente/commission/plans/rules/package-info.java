/** Earning rules: how a plan turns a deal into commission. */
@NullMarked
package io.entente.commission.plans.rules;

import org.jspecify.annotations.NullMarked;
