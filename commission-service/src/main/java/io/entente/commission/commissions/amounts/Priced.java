package io.entente.commission.commissions.amounts;

import io.entente.commission.plans.inputs.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * What prices a commission: the plan's rule, and the rate that it gives now.
 *
 * @param rate a fraction; null if the rule has no single rate, as for a fixed amount
 */
public record Priced(String rule, @Nullable Fraction rate) {}
