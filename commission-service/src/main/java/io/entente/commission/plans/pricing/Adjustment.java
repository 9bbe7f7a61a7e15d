package io.entente.commission.plans.pricing;

import io.entente.commission.plans.rules.Step;
import java.util.List;
import org.joda.money.Money;

/**
 * Further commission for an earlier deal, because a later deal reached a higher band.
 *
 * @param amount above zero
 * @param total what the partner has earned from the deal, including this amount
 * @param reason a text for the partner
 */
public record Adjustment(Money amount, Money total, String reason, List<Step> steps) {}
