package io.entente.commission.plans.pricing;

import io.entente.commission.plans.rules.Step;
import java.util.List;
import org.joda.money.Money;

/**
 * The change of an earlier deal's commission, because the partner or the client reached another band.
 *
 * @param amount above zero for a higher band, below zero for a lower one
 * @param total what the partner has earned from the deal, including this amount
 * @param reason a text for the partner
 */
public record Adjustment(Money amount, Money total, String reason, List<Step> steps) {}
