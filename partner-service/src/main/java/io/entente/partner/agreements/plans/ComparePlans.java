package io.entente.partner.agreements.plans;

import io.entente.partner.agreements.plans.Contradiction.Kind;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.agreements.terms.AgreementTerms.Compensation;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what terms promise a partner with the plan that prices its deals. */
public final class ComparePlans {

    private final List<KnownPlan> plans;
    private final Partner partner;
    private final LocalDate today;

    /** @param plans all versions that are known; nothing is compared if there are none */
    public ComparePlans(List<KnownPlan> plans, Partner partner, LocalDate today) {
        this.plans = List.copyOf(plans);
        this.partner = partner;
        this.today = today;
    }

    /** What the terms of a version promise and the plans don't pay, on the first day on which the version can bind. */
    public List<Contradiction> of(int number, AgreementTerms terms) {
        if (plans.isEmpty()) {
            return List.of();
        }
        LocalDate first = terms.term().startsOn();
        LocalDate day = first.isAfter(today) ? first : today;
        String code = terms.compensation().planCode();
        return code == null ? withoutFee(number, day) : withPlan(number, code, terms, day);
    }

    private List<Contradiction> withoutFee(int number, LocalDate day) {
        return pricedBy(day)
                .filter(KnownPlan::paysMoney)
                .map(plan -> List.of(new Contradiction(number, Kind.FEE_NOT_AGREED, null, plan.code())))
                .orElse(List.of());
    }

    private List<Contradiction> withPlan(int number, String code, AgreementTerms terms, LocalDate day) {
        List<KnownPlan> versions =
                plans.stream().filter(plan -> plan.code().equals(code)).toList();
        if (versions.isEmpty()) {
            return List.of(new Contradiction(number, Kind.PLAN_UNKNOWN, code, null));
        }
        Optional<KnownPlan> inForce = versions.stream()
                .filter(plan -> plan.isInForceOn(day))
                .max(Comparator.comparingInt(KnownPlan::version));
        if (inForce.isEmpty()) {
            return List.of(new Contradiction(number, Kind.PLAN_NOT_IN_FORCE, code, null));
        }
        return differences(number, terms, inForce.get(), day);
    }

    private List<Contradiction> differences(int number, AgreementTerms terms, KnownPlan plan, LocalDate day) {
        List<Contradiction> found = new ArrayList<>();
        if (!applies(plan, day)) {
            found.add(new Contradiction(number, Kind.PLAN_NOT_FOR_PARTNER, plan.code(), null));
        }
        pricedBy(day)
                .filter(priced -> !priced.code().equals(plan.code()) && priced.rank() < plan.rank())
                .ifPresent(priced ->
                        found.add(new Contradiction(number, Kind.OTHER_PLAN_PAYS, plan.code(), priced.code())));
        Compensation compensation = terms.compensation();
        BigDecimal rate = compensation.rate();
        if (rate != null && !plan.pays(rate)) {
            found.add(new Contradiction(number, Kind.RATE_DIFFERS, rate.toPlainString(), rates(plan)));
        }
        if (compensation.trigger() != null && !compensation.trigger().equals(plan.trigger())) {
            found.add(new Contradiction(number, Kind.TRIGGER_DIFFERS, compensation.trigger(), plan.trigger()));
        }
        int netDays = terms.payment().netDays();
        if (netDays != plan.netDays()) {
            found.add(new Contradiction(
                    number, Kind.NET_DAYS_DIFFER, Integer.toString(netDays), Integer.toString(plan.netDays())));
        }
        return found;
    }

    /** The most specific plan that prices deals of the partner on a day. */
    private Optional<KnownPlan> pricedBy(LocalDate day) {
        return plans.stream()
                .filter(plan -> plan.isInForceOn(day) && applies(plan, day))
                .min(Comparator.comparingInt(KnownPlan::rank));
    }

    private boolean applies(KnownPlan plan, LocalDate day) {
        PartnershipModel model = partner.application().model();
        Tier tier = partner.tiers().on(day);
        return plan.appliesTo(partner.id().value(), model, tier);
    }

    private static @Nullable String rates(KnownPlan plan) {
        return plan.rates().isEmpty()
                ? null
                : plan.rates().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    }
}
