package io.entente.commission.plans.pricing;

import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The change of an earlier deal's commission, because the partner or the client reached another band.
 *
 * @param amount above zero for a higher band, below zero for a lower one
 * @param total what the partner has earned from the deal, including this amount
 * @param rule the code of the rule that prices the deal
 * @param rate the rate that it gives now; null if it has no single rate
 * @param reason a text for the partner
 */
public record Adjustment(
        Money amount, Money total, String rule, @Nullable Fraction rate, Because reason, List<Step> steps) {}
