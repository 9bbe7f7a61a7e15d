package io.entente.commission.plans.changes;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanPolicy.SecondPersonAbove;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.Flat;
import io.entente.commission.plans.rules.RevenueSplit;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Compares a plan with the figures above which a change needs a second person. */
record Threshold(SecondPersonAbove limits) {

    List<String> exceededBy(CommissionPlan plan) {
        List<String> reasons = new ArrayList<>();
        rule(plan).ifPresent(reasons::add);
        partners(plan).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private Optional<String> rule(CommissionPlan plan) {
        if (plan.rule() instanceof Flat flat) {
            return fee(flat.amount());
        }
        if (plan.rule() instanceof RevenueSplit split) {
            return above("The partner's part of the revenue", split.share(), limits.revenueShare());
        }
        return plan.rule().rates().stream()
                .max((one, other) -> one.value().compareTo(other.value()))
                .flatMap(rate -> above("The highest rate", rate, limits.rate()));
    }

    private static Optional<String> above(String figure, Fraction rate, BigDecimal limit) {
        return rate.value().compareTo(limit) > 0
                ? Optional.of("%s is %s, above %s.".formatted(figure, rate.percent(), new Fraction(limit).percent()))
                : Optional.empty();
    }

    private Optional<String> fee(Money amount) {
        BigDecimal limit = limits.flatFee().get(amount.getCurrencyUnit().getCode());
        if (limit == null) {
            return Optional.of("The fee is in %s, for which the policy sets no limit."
                    .formatted(amount.getCurrencyUnit().getCode()));
        }
        return amount.getAmount().compareTo(limit) > 0
                ? Optional.of("The fee is %s, above %s.".formatted(amount, limit.toPlainString()))
                : Optional.empty();
    }

    private Optional<String> partners(CommissionPlan plan) {
        Integer limit = limits.partners();
        int named = plan.appliesTo().partnerIds().size();
        if (limit == null || (named > 0 && named <= limit)) {
            return Optional.empty();
        }
        return Optional.of(
                named == 0
                        ? "The plan names no partners, so it applies to more than %d.".formatted(limit)
                        : "The plan names %s, more than %d.".formatted(Quantity.of(named, "partner"), limit));
    }
}
