package io.entente.commission.plans.pricing;

import io.entente.commission.plans.rules.Step;
import java.util.List;
import org.joda.money.Money;

/**
 * What a partner is owed on top for an earlier deal.
 *
 * @param amount above zero
 * @param total what the deal has earned the partner with it
 * @param reason for the partner to read
 */
public record Adjustment(Money amount, Money total, String reason, List<Step> steps) {}
