package io.entente.commission.plans.mongo;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.notices.PlanNotice;
import io.entente.commission.plans.rules.Flat;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateDocument;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** Maps notices to documents, and publishes them as {@code commission.plan-change-announced.v1}. */
final class PlanNoticeMapping implements AggregateMapping<PlanNotice, PlanNotice, PlanNoticeMapping.Stored> {

    static final String COLLECTION = "plan_notices";

    private static final String TOPIC = "commission.events";

    private final EventRecorder recorder;

    PlanNoticeMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** The stored form of a notice, which needs no more than its id and its event. */
    record Stored(@Id String id, long version, @Nullable Outbox outbox) implements AggregateDocument {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Stored> documentType() {
        return Stored.class;
    }

    @Override
    public long version(PlanNotice notice) {
        return 1;
    }

    @Override
    public PlanNotice read(Stored document) {
        throw new UnsupportedOperationException("Notices are written and published, but never read");
    }

    @Override
    public Stored write(PlanNotice notice, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return new Stored(notice.id(), 1, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<PlanNotice, PlanNotice> change, Instant now) {
        PlanNotice notice = change.state();
        return List.of(recorder.record(
                TOPIC,
                "commission.plan-change-announced.v1",
                notice.id(),
                notice.partnerId().value(),
                1,
                notice.at(),
                NoticeJson.of(notice)));
    }

    /** The different rates that a plan can apply, in ascending order, as events have them. */
    static List<String> rates(CommissionPlan plan) {
        return plan.rule().rates().stream()
                .map(Fraction::value)
                .distinct()
                .sorted()
                .map(rate -> new Fraction(rate).toString())
                .toList();
    }

    /** {@code commission.plan-change-announced.v1}. */
    record NoticeJson(
            String noticeId,
            String partnerId,
            RefJson plan,
            @Nullable Boolean retired,
            String name,
            LocalDate effectiveFrom,
            int noticeDays,
            @Nullable String reason,
            @Nullable PaysJson before,
            @Nullable PaysJson after,
            Instant occurredAt,
            String actor,
            String origin) {

        static NoticeJson of(PlanNotice notice) {
            CommissionPlan changed = notice.changed();
            return new NoticeJson(
                    notice.id(),
                    notice.partnerId().value(),
                    RefJson.of(changed),
                    notice.retired() ? true : null,
                    changed.name(),
                    notice.from(),
                    notice.notice().days(),
                    notice.notice().reason(),
                    PaysJson.of(notice.before()),
                    PaysJson.of(notice.after()),
                    notice.at(),
                    notice.actor(),
                    "LIVE");
        }
    }

    record RefJson(String code, long version) {
        static RefJson of(CommissionPlan plan) {
            return new RefJson(plan.code(), plan.version());
        }
    }

    /** What a version of a plan pays: rates in ascending order, or a fee for each deal. */
    record PaysJson(RefJson plan, String rule, List<String> rates, @Nullable MoneyJson fee) {

        static @Nullable PaysJson of(@Nullable CommissionPlan plan) {
            return plan == null
                    ? null
                    : new PaysJson(
                            RefJson.of(plan),
                            plan.rule().code(),
                            PlanNoticeMapping.rates(plan),
                            plan.rule() instanceof Flat flat ? MoneyJson.of(flat.amount()) : null);
        }
    }
}
