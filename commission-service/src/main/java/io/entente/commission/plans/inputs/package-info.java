/** The inputs of pricing: the deal, its credits and the partner's history. */
@NullMarked
package io.entente.commission.plans.inputs;

import org.jspecify.annotations.NullMarked;
