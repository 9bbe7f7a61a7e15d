package io.entente.commission.payouts.mongo;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps payouts to documents, and their changes to records. */
final class PayoutMapping implements AggregateMapping<Payout, PayoutEvent, PayoutDocument> {

    private final PayoutRecords records;

    PayoutMapping(EventRecorder recorder) {
        this.records = new PayoutRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoPayouts.COLLECTION;
    }

    @Override
    public Class<PayoutDocument> documentType() {
        return PayoutDocument.class;
    }

    @Override
    public long version(Payout payout) {
        return payout.version();
    }

    @Override
    public Payout read(PayoutDocument document) {
        return document.toPayout();
    }

    @Override
    public PayoutDocument write(Payout payout, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return PayoutDocument.of(payout, now, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<Payout, PayoutEvent> change, Instant now) {
        return records.of(change.state(), change.events());
    }
}
