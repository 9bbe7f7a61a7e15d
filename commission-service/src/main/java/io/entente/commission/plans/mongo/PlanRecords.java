package io.entente.commission.plans.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.publication.PlanEvent;
import io.entente.commission.plans.publication.PlanEvent.PlanPublished;
import io.entente.commission.plans.publication.PlanEvent.PlanRetired;
import io.entente.commission.plans.publication.PlanPublication;
import io.entente.commission.plans.rules.Flat;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Converts events of plans to {@code commission.plan-published.v1} and {@code commission.plan-retired.v1}. The key of a record is
 * the plan, so the events of a plan keep their order.
 */
final class PlanRecords {

    private static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    /** Stands for the partner, because a plan can apply to many. */
    private static final String NO_PARTNER = "unknown";

    private final EventRecorder recorder;

    PlanRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    OutboxRecord of(PlanPublication publication, PlanEvent event) {
        String id = publication.id();
        long sequence = publication.sequence();
        if (event instanceof PlanRetired retired) {
            return recorder.record(
                    TOPIC, "commission.plan-retired.v1", id, id, sequence, event.at(), RetiredJson.of(id, retired));
        }
        PlanPublished published = (PlanPublished) event;
        return recorder.record(
                TOPIC, "commission.plan-published.v1", id, id, sequence, event.at(), PublishedJson.of(id, published));
    }

    /** {@code commission.plan-published.v1}. */
    record PublishedJson(
            String planId,
            String partnerId,
            RefJson plan,
            String name,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            AudienceJson appliesTo,
            String specificity,
            String rule,
            List<String> rates,
            @Nullable MoneyJson fee,
            String term,
            String trigger,
            int netDays,
            int holdDays,
            @Nullable String currency,
            @Nullable MoneyJson capPerDeal,
            @Nullable MoneyJson capPerYear,
            @Nullable MoneyJson floor,
            Instant occurredAt,
            String actor,
            String origin) {

        static PublishedJson of(String id, PlanPublished event) {
            CommissionPlan plan = event.plan();
            CurrencyUnit currency = plan.currency();
            Limits limits = plan.limits();
            return new PublishedJson(
                    id,
                    NO_PARTNER,
                    RefJson.of(plan.ref()),
                    plan.name(),
                    plan.period().from(),
                    plan.period().to(),
                    AudienceJson.of(plan.appliesTo()),
                    plan.appliesTo().specificity().name(),
                    plan.rule().code(),
                    PlanNoticeMapping.rates(plan),
                    plan.rule() instanceof Flat flat ? MoneyJson.of(flat.amount()) : null,
                    plan.term().name(),
                    plan.terms().trigger().name(),
                    plan.terms().netDays(),
                    plan.terms().holdDays(),
                    currency == null ? null : currency.getCode(),
                    json(limits.perDeal()),
                    json(limits.perYear()),
                    json(limits.floor()),
                    event.at(),
                    event.actor(),
                    LIVE);
        }

        private static @Nullable MoneyJson json(@Nullable Money money) {
            return money == null ? null : MoneyJson.of(money);
        }
    }

    /** {@code commission.plan-retired.v1}. */
    record RetiredJson(
            String planId,
            String partnerId,
            RefJson plan,
            String name,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @Nullable RefJson replacedBy,
            Instant occurredAt,
            String actor,
            String origin) {

        static RetiredJson of(String id, PlanRetired event) {
            CommissionPlan plan = event.plan();
            PlanRef replacedBy = event.replacedBy();
            return new RetiredJson(
                    id,
                    NO_PARTNER,
                    RefJson.of(plan.ref()),
                    plan.name(),
                    plan.period().from(),
                    Objects.requireNonNull(plan.period().to(), "effectiveTo"),
                    replacedBy == null ? null : RefJson.of(replacedBy),
                    event.at(),
                    event.actor(),
                    LIVE);
        }
    }

    record RefJson(String code, long version) {
        static RefJson of(PlanRef ref) {
            return new RefJson(ref.code(), ref.version());
        }
    }

    record AudienceJson(List<String> tiers, List<String> models, List<String> partnerIds) {
        static AudienceJson of(Audience audience) {
            return new AudienceJson(
                    audience.tiers().stream().sorted().map(Tier::name).toList(),
                    audience.models().stream()
                            .sorted()
                            .map(PartnershipModel::name)
                            .toList(),
                    audience.partnerIds().stream()
                            .map(PartnerId::value)
                            .sorted()
                            .toList());
        }
    }
}
