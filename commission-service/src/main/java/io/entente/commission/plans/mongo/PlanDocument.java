package io.entente.commission.plans.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.EarningRule;
import io.entente.commission.plans.EarningRule.Percent;
import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a plan is stored, and how the program's first plans are written down. Days are text, so that no time zone moves them. */
record PlanDocument(
        String code,
        long version,
        String name,
        String effectiveFrom,
        @Nullable String effectiveTo,
        AudienceDocument appliesTo,
        RuleDocument rule,
        Trigger trigger) {

    record AudienceDocument(List<Tier> tiers, List<PartnershipModel> models, List<String> partnerIds) {}

    record RuleDocument(String type, String rate) {

        static RuleDocument of(EarningRule rule) {
            if (rule instanceof Percent percent) {
                return new RuleDocument(rule.code(), percent.rate().toString());
            }
            throw new IllegalArgumentException("no stored form for " + rule);
        }

        EarningRule toRule() {
            if (type.equals(Percent.CODE)) {
                return new Percent(Fraction.of(rate));
            }
            throw new IllegalArgumentException("no such rule: " + type);
        }
    }

    static PlanDocument of(CommissionPlan plan) {
        LocalDate to = plan.period().to();
        return new PlanDocument(
                plan.code(),
                plan.version(),
                plan.name(),
                plan.period().from().toString(),
                to == null ? null : to.toString(),
                new AudienceDocument(
                        List.copyOf(plan.appliesTo().tiers()),
                        List.copyOf(plan.appliesTo().models()),
                        plan.appliesTo().partnerIds().stream()
                                .map(PartnerId::value)
                                .toList()),
                RuleDocument.of(plan.rule()),
                plan.trigger());
    }

    CommissionPlan toPlan() {
        return new CommissionPlan(
                code,
                version,
                name,
                new Period(LocalDate.parse(effectiveFrom), effectiveTo == null ? null : LocalDate.parse(effectiveTo)),
                new Audience(
                        Set.copyOf(appliesTo.tiers()),
                        Set.copyOf(appliesTo.models()),
                        Set.copyOf(appliesTo.partnerIds().stream()
                                .map(PartnerId::new)
                                .toList())),
                rule.toRule(),
                trigger);
    }
}
