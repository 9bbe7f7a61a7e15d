package io.entente.commission.plans.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.EarningRule;
import io.entente.commission.plans.Percent;
import io.entente.commission.plans.Trigger;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as the API shows it. */
record PlanView(
        String code,
        long version,
        String name,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        AppliesTo appliesTo,
        Rule rule,
        Trigger trigger) {

    record AppliesTo(List<Tier> tiers, List<PartnershipModel> models, List<String> partnerIds) {}

    record Rule(String type, @Nullable String rate) {
        static Rule of(EarningRule rule) {
            return new Rule(
                    rule.code(),
                    rule instanceof Percent percent ? percent.rate().toString() : null);
        }
    }

    static PlanView of(CommissionPlan plan) {
        return new PlanView(
                plan.code(),
                plan.version(),
                plan.name(),
                plan.period().from(),
                plan.period().to(),
                new AppliesTo(
                        plan.appliesTo().tiers().stream().sorted().toList(),
                        plan.appliesTo().models().stream().sorted().toList(),
                        plan.appliesTo().partnerIds().stream()
                                .map(PartnerId::value)
                                .sorted()
                                .toList()),
                Rule.of(plan.rule()),
                plan.terms().trigger());
    }
}
