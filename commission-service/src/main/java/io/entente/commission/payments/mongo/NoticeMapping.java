package io.entente.commission.payments.mongo;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.ListedFact.Unmatched;
import io.entente.commission.payments.PaymentNotice;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps notices to documents, and publishes them as {@code commission.payment-unmatched.v1}. */
final class NoticeMapping implements AggregateMapping<PaymentNotice, PaymentNotice, NoticeDocument> {

    static final String COLLECTION = "payment_notices";

    private static final String TOPIC = "commission.events";

    /** Stands for the partner if the deal is unknown. */
    private static final String NO_PARTNER = "unknown";

    private final EventRecorder recorder;

    NoticeMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<NoticeDocument> documentType() {
        return NoticeDocument.class;
    }

    @Override
    public long version(PaymentNotice notice) {
        return 1;
    }

    @Override
    public PaymentNotice read(NoticeDocument document) {
        throw new UnsupportedOperationException("Notices are written and published, but never read");
    }

    @Override
    public NoticeDocument write(PaymentNotice notice, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return new NoticeDocument(notice.id(), 1, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<PaymentNotice, PaymentNotice> change, Instant now) {
        PaymentNotice notice = change.state();
        NoticeJson json = NoticeJson.of(notice);
        return List.of(recorder.record(
                TOPIC, "commission.payment-unmatched.v1", notice.id(), json.partnerId(), 1, notice.at(), json));
    }

    /** {@code commission.payment-unmatched.v1}. */
    record NoticeJson(
            String paymentId,
            String dealId,
            String partnerId,
            DealFact.Kind kind,
            MoneyJson amount,
            LocalDate on,
            String reason,
            Instant reportedAt,
            Instant occurredAt,
            String actor,
            String origin) {

        static NoticeJson of(PaymentNotice notice) {
            DealFact fact = notice.report().fact();
            Unmatched unmatched = Objects.requireNonNull(notice.report().unmatched(), "unmatched");
            String partner = notice.partnerId();
            return new NoticeJson(
                    fact.id(),
                    fact.dealId(),
                    partner == null ? NO_PARTNER : partner,
                    fact.kind(),
                    MoneyJson.of(fact.amount()),
                    fact.on(),
                    unmatched.reason().name(),
                    unmatched.since(),
                    notice.at(),
                    Actor.SYSTEM.value(),
                    "LIVE");
        }
    }
}
