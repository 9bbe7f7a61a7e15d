package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.VolumeTiers;
import io.entente.commission.plans.web.PlanParts.AppliesTo;
import io.entente.commission.plans.web.PlanParts.CapJson;
import io.entente.commission.plans.web.PlanParts.CountingJson;
import io.entente.commission.plans.web.PlanParts.TermJson;
import io.entente.commission.plans.web.PlanParts.TriggerJson;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The fields that all requests for plans have. Bean Validation checks each field, and this type checks that they agree. */
interface PlanFields {

    String name();

    LocalDate effectiveFrom();

    @Nullable
    LocalDate effectiveTo();

    @Nullable
    AppliesTo appliesTo();

    RuleRequest rule();

    @Nullable
    TermJson term();

    @Nullable
    TriggerJson trigger();

    @Nullable
    CapJson cap();

    @Nullable
    MoneyJson floor();

    @Nullable
    Integer holdDays();

    @Nullable
    CountingJson tierCounting();

    /** @throws InvalidInputException naming every field that contradicts another */
    default CommissionPlan toPlan(String code) {
        EarningRule rule = rule().toRule();
        List<FieldError> errors = contradictions(rule);
        if (!errors.isEmpty()) {
            throw InvalidInputException.unprocessable(errors.toArray(FieldError[]::new));
        }
        TermJson term = term();
        return new CommissionPlan(
                code,
                1,
                name().strip(),
                new Period(effectiveFrom(), effectiveTo()),
                AppliesTo.audience(appliesTo()),
                rule,
                term == null ? Term.WHILE_ACTIVE : term.type(),
                terms(),
                new Limits(limits().get("cap.perDeal"), limits().get("cap.perYear"), limits().get("floor")),
                counting());
    }

    private TierCounting counting() {
        CountingJson counting = tierCounting();
        return counting == null ? TierCounting.PLAIN : counting.toCounting();
    }

    private PaymentTerms terms() {
        TriggerJson trigger = trigger();
        Integer netDays = trigger == null ? null : trigger.netDays();
        Integer holdDays = holdDays();
        return new PaymentTerms(
                trigger == null ? PaymentTerms.USUAL.trigger() : trigger.type(),
                netDays == null ? PaymentTerms.USUAL_NET_DAYS : netDays,
                holdDays == null ? 0 : holdDays);
    }

    private Map<String, Money> limits() {
        Map<String, Money> limits = new LinkedHashMap<>();
        CapJson cap = cap();
        MoneyJson perDeal = cap == null ? null : cap.perDeal();
        MoneyJson perYear = cap == null ? null : cap.perYear();
        MoneyJson floor = floor();
        CountingJson counting = tierCounting();
        MoneyJson smallest = counting == null ? null : counting.smallestDeal();
        if (smallest != null) {
            limits.put("tierCounting.smallestDeal", smallest.toMoney());
        }
        if (perDeal != null) {
            limits.put("cap.perDeal", perDeal.toMoney());
        }
        if (perYear != null) {
            limits.put("cap.perYear", perYear.toMoney());
        }
        if (floor != null) {
            limits.put("floor", floor.toMoney());
        }
        return limits;
    }

    private List<FieldError> contradictions(EarningRule rule) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate to = effectiveTo();
        if (to != null && to.isBefore(effectiveFrom())) {
            errors.add(new FieldError("effectiveTo", "must not be before effectiveFrom, " + effectiveFrom()));
        }
        if (tierCounting() != null && !(rule instanceof VolumeTiers)) {
            errors.add(new FieldError("tierCounting", "is only for VOLUME_TIERS, because no other rule counts deals"));
        }
        Map<String, Money> limits = limits();
        CurrencyUnit currency = rule.currency();
        for (Map.Entry<String, Money> limit : limits.entrySet()) {
            CurrencyUnit own = limit.getValue().getCurrencyUnit();
            currency = currency == null ? own : currency;
            if (!limit.getValue().isPositive()) {
                errors.add(new FieldError(limit.getKey(), "must be above zero"));
            } else if (!own.equals(currency)) {
                errors.add(new FieldError(
                        limit.getKey(), "must be in " + currency.getCode() + ", like the plan's other amounts"));
            }
        }
        Money floor = limits.get("floor");
        Money perDeal = limits.get("cap.perDeal");
        if (errors.isEmpty() && floor != null && perDeal != null && floor.isGreaterThan(perDeal)) {
            errors.add(new FieldError("floor", "must not be above cap.perDeal"));
        }
        return errors;
    }
}
