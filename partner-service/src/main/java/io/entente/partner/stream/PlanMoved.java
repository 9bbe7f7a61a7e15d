package io.entente.partner.stream;

import io.entente.partner.agreements.plans.KnownPlan;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code commission.plan-published.v1} and {@code commission.plan-retired.v1} that agreements are compared with. A retired plan
 * has the days only.
 */
record PlanMoved(
        PlanRef plan,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable AppliesTo appliesTo,
        @Nullable String specificity,
        @Nullable String rule,
        @Nullable List<BigDecimal> rates,
        @Nullable String trigger,
        @Nullable Integer netDays) {

    static final String PUBLISHED = "commission.plan-published.v1";
    static final String RETIRED = "commission.plan-retired.v1";

    record PlanRef(String code, int version) {}

    record AppliesTo(List<Tier> tiers, List<PartnershipModel> models, List<String> partnerIds) {}

    KnownPlan toPlan() {
        AppliesTo audience = Objects.requireNonNull(appliesTo);
        return new KnownPlan(
                plan.code(),
                plan.version(),
                effectiveFrom,
                effectiveTo,
                audience.tiers(),
                audience.models(),
                audience.partnerIds(),
                Objects.requireNonNull(specificity),
                Objects.requireNonNull(rule),
                Objects.requireNonNull(rates),
                Objects.requireNonNull(trigger),
                Objects.requireNonNull(netDays));
    }
}
