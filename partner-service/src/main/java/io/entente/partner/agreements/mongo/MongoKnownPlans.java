package io.entente.partner.agreements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.agreements.plans.KnownPlan;
import io.entente.partner.agreements.plans.KnownPlans;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Plans in the collection {@code known_plans}, one document for each version. */
@Repository
class MongoKnownPlans implements KnownPlans {

    private static final String COLLECTION = "known_plans";
    private static final String COMPARISONS = "plan_comparisons";
    private static final String AGREEMENTS = "agreements";
    private static final String SEQUENCE = "sequence";

    private final MongoOperations mongo;

    MongoKnownPlans(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<KnownPlan> all() {
        return documents().stream().map(PlanDocument::toPlan).toList();
    }

    private List<PlanDocument> documents() {
        return mongo.find(new Query(where("_id").gt("")).limit(MAX), PlanDocument.class, COLLECTION);
    }

    @Override
    public boolean publish(KnownPlan plan, long sequence, Instant now) {
        return change(plan.code(), plan.version(), sequence, unused -> PlanDocument.of(plan, sequence, now));
    }

    @Override
    public boolean retire(String code, int version, LocalDate effectiveTo, long sequence, Instant now) {
        return change(code, version, sequence, known -> known == null ? null : known.until(effectiveTo, sequence, now));
    }

    /** @param next returns null if there is nothing to store */
    private boolean change(String code, int version, long sequence, UnaryOperator<@Nullable PlanDocument> next) {
        String id = PlanDocument.id(code, version);
        return OptimisticRetry.retryOnConflict(() -> {
            PlanDocument known = mongo.findById(id, PlanDocument.class, COLLECTION);
            PlanDocument changed = known != null && known.sequence() >= sequence ? null : next.apply(known);
            if (changed != null) {
                store(known, changed);
            }
            return changed != null;
        });
    }

    private void store(@Nullable PlanDocument known, PlanDocument changed) {
        if (known == null) {
            try {
                mongo.insert(changed, COLLECTION);
            } catch (DuplicateKeyException anotherWasFirst) {
                throw new ConcurrentUpdateException(
                        "Plan %s was stored meanwhile".formatted(changed.id()), anotherWasFirst);
            }
            return;
        }
        Query unchanged = query(where("_id").is(known.id()).and(SEQUENCE).is(known.sequence()));
        if (mongo.replace(unchanged, changed, COLLECTION).getMatchedCount() == 0) {
            throw new ConcurrentUpdateException("Plan %s was changed meanwhile".formatted(changed.id()));
        }
    }

    @Override
    public @Nullable Instant changedAt() {
        return documents().stream()
                .map(PlanDocument::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public @Nullable Comparison last() {
        ComparisonDocument found = mongo.findById(AGREEMENTS, ComparisonDocument.class, COMPARISONS);
        return found == null ? null : new Comparison(found.plansChangedAt(), LocalDate.parse(found.day()));
    }

    @Override
    public void compared(Comparison comparison) {
        mongo.upsert(
                query(where("_id").is(AGREEMENTS)),
                new Update()
                        .set("plansChangedAt", comparison.plansChangedAt())
                        .set("day", comparison.day().toString()),
                COMPARISONS);
    }

    /** How far agreements were compared. */
    record ComparisonDocument(@Id String id, Instant plansChangedAt, String day) {}

    /**
     * The stored form of a version of a plan. Days are text, so that no time zone can move them.
     *
     * @param sequence of the last event about it
     */
    record PlanDocument(
            @Id String id,
            String code,
            int version,
            String effectiveFrom,
            @Nullable String effectiveTo,
            List<Tier> tiers,
            List<PartnershipModel> models,
            List<String> partnerIds,
            String specificity,
            String rule,
            List<String> rates,
            String trigger,
            int netDays,
            long sequence,
            Instant changedAt) {

        static String id(String code, int version) {
            return code + "/" + version;
        }

        static PlanDocument of(KnownPlan plan, long sequence, Instant now) {
            return new PlanDocument(
                    id(plan.code(), plan.version()),
                    plan.code(),
                    plan.version(),
                    plan.effectiveFrom().toString(),
                    plan.effectiveTo() == null ? null : plan.effectiveTo().toString(),
                    plan.tiers(),
                    plan.models(),
                    plan.partnerIds(),
                    plan.specificity(),
                    plan.rule(),
                    plan.rates().stream().map(BigDecimal::toPlainString).toList(),
                    plan.trigger(),
                    plan.netDays(),
                    sequence,
                    now);
        }

        PlanDocument until(LocalDate last, long number, Instant now) {
            return new PlanDocument(
                    id,
                    code,
                    version,
                    effectiveFrom,
                    last.toString(),
                    tiers,
                    models,
                    partnerIds,
                    specificity,
                    rule,
                    rates,
                    trigger,
                    netDays,
                    number,
                    now);
        }

        KnownPlan toPlan() {
            return new KnownPlan(
                    code,
                    version,
                    LocalDate.parse(effectiveFrom),
                    effectiveTo == null ? null : LocalDate.parse(effectiveTo),
                    tiers,
                    models,
                    partnerIds,
                    specificity,
                    rule,
                    rates.stream().map(BigDecimal::new).toList(),
                    trigger,
                    netDays);
        }
    }
}
