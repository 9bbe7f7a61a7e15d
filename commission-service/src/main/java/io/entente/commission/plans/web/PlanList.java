package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects plans and names their order. What is null selects all.
 *
 * @param text words of the plan's code or name
 * @param rule only plans with this earning rule
 * @param inForceOn only the versions that price deals that close on this day; without a day, the latest version of each plan
 * @param partner only plans that name this partner
 * @param sort by {@link #CODE} or {@link #STARTS}
 */
record PlanList(
        @Nullable SearchText text,
        @Nullable String rule,
        @Nullable LocalDate inForceOn,
        @Nullable String partner,
        SortOrder sort) {

    static final String CODE = "code";

    static final String STARTS = "effectiveFrom";

    Page<CommissionPlan> page(PlanRegister register, PageRequest page) {
        Stream<CommissionPlan> plans = inForceOn == null
                ? register.book().newest().stream()
                : register.book().plans().stream().filter(plan -> plan.period().contains(inForceOn));
        return SmallList.page(plans.filter(this::selects), this::key, sort, page);
    }

    private boolean selects(CommissionPlan plan) {
        return SmallList.has(text, plan.code(), plan.name())
                && (rule == null || rule.equals(plan.rule().code()))
                && (partner == null
                        || plan.appliesTo().partnerIds().stream()
                                .anyMatch(named -> named.value().equals(partner)));
    }

    private String key(CommissionPlan plan) {
        return sort.by().equals(STARTS) ? plan.period().from() + " " + plan.code() : plan.code();
    }
}
