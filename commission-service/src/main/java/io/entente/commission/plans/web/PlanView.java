package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.web.PlanParts.AppliesTo;
import io.entente.commission.plans.web.PlanParts.CapJson;
import io.entente.commission.plans.web.PlanParts.CountingJson;
import io.entente.commission.plans.web.PlanParts.TermJson;
import io.entente.commission.plans.web.PlanParts.TriggerJson;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A version of a plan as the API shows it. Without {@code version} it is the request that would create the same plan. */
record PlanView(
        String code,
        long version,
        String name,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        AppliesTo appliesTo,
        RuleView rule,
        TermJson term,
        TriggerJson trigger,
        @Nullable CapJson cap,
        @Nullable MoneyJson floor,
        int holdDays,
        @Nullable CountingJson tierCounting) {

    static PlanView of(CommissionPlan plan) {
        Money perDeal = plan.limits().perDeal();
        Money perYear = plan.limits().perYear();
        return new PlanView(
                plan.code(),
                plan.version(),
                plan.name(),
                plan.period().from(),
                plan.period().to(),
                AppliesTo.of(plan.appliesTo()),
                RuleView.of(plan.rule()),
                new TermJson(plan.term()),
                new TriggerJson(plan.terms().trigger(), plan.terms().netDays()),
                perDeal == null && perYear == null ? null : new CapJson(json(perDeal), json(perYear)),
                json(plan.limits().floor()),
                plan.terms().holdDays(),
                CountingJson.of(plan.counting()));
    }

    private static @Nullable MoneyJson json(@Nullable Money money) {
        return money == null ? null : MoneyJson.of(money);
    }
}
