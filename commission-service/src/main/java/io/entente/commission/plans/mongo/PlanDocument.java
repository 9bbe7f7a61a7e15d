package io.entente.commission.plans.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.Trigger;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one version of a plan, and the form of the first plans in their file. Days are text, so that no time
 * zone shifts them. Plans that an earlier version of this service stored lack some fields. They have no term, no limits and
 * are due net 30.
 *
 * @param rule see {@link RuleFormat}
 */
record PlanDocument(
        String code,
        long version,
        String name,
        String effectiveFrom,
        @Nullable String effectiveTo,
        AudienceDocument appliesTo,
        Map<String, Object> rule,
        @Nullable Term term,
        Trigger trigger,
        @Nullable Integer netDays,
        @Nullable Integer holdDays,
        @Nullable LimitsDocument limits,
        @Nullable CountingDocument counting) {

    /** How deals count for tiers. Absent if every deal counts as one. */
    record CountingDocument(@Nullable MoneyJson smallestDeal, boolean byShare) {

        static @Nullable CountingDocument of(TierCounting counting) {
            Money smallest = counting.smallestDeal();
            return counting.equals(TierCounting.PLAIN)
                    ? null
                    : new CountingDocument(smallest == null ? null : MoneyJson.of(smallest), counting.byShare());
        }

        TierCounting toCounting() {
            return new TierCounting(smallestDeal == null ? null : smallestDeal.toMoney(), byShare);
        }
    }

    record AudienceDocument(List<Tier> tiers, List<PartnershipModel> models, List<String> partnerIds) {}

    /** The amounts between which a plan pays. An absent amount sets no limit. */
    record LimitsDocument(@Nullable MoneyJson perDeal, @Nullable MoneyJson perYear, @Nullable MoneyJson floor) {

        static LimitsDocument of(Limits limits) {
            return new LimitsDocument(json(limits.perDeal()), json(limits.perYear()), json(limits.floor()));
        }

        Limits toLimits() {
            return new Limits(money(perDeal), money(perYear), money(floor));
        }

        private static @Nullable MoneyJson json(@Nullable Money money) {
            return money == null ? null : MoneyJson.of(money);
        }

        private static @Nullable Money money(@Nullable MoneyJson json) {
            return json == null ? null : json.toMoney();
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
                RuleFormat.write(plan.rule()),
                plan.term(),
                plan.terms().trigger(),
                plan.terms().netDays(),
                plan.terms().holdDays(),
                LimitsDocument.of(plan.limits()),
                CountingDocument.of(plan.counting()));
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
                RuleFormat.read(rule),
                term == null ? Term.WHILE_ACTIVE : term,
                new PaymentTerms(
                        trigger,
                        netDays == null ? PaymentTerms.USUAL_NET_DAYS : netDays,
                        holdDays == null ? 0 : holdDays),
                limits == null ? Limits.NONE : limits.toLimits(),
                counting == null ? TierCounting.PLAIN : counting.toCounting());
    }
}
