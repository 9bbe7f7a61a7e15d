package io.entente.referral.deals.mongo;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps deals to documents, and their events to records whose subject is the deal. */
final class DealMapping implements AggregateMapping<Deal, DealEvent, DealDocument> {

    static final String EVENTS = "referral.events";

    private final EventRecorder recorder;

    DealMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoDeals.COLLECTION;
    }

    @Override
    public Class<DealDocument> documentType() {
        return DealDocument.class;
    }

    @Override
    public long version(Deal deal) {
        return deal.version();
    }

    @Override
    public Deal read(DealDocument document) {
        return document.toDeal();
    }

    @Override
    public DealDocument write(Deal deal, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return DealDocument.of(deal, outbox, now);
    }

    @Override
    public List<OutboxRecord> records(Change<Deal, DealEvent> change, Instant now) {
        Deal deal = change.state();
        List<OutboxRecord> records = new ArrayList<>();
        long sequence = deal.sequence() - change.events().size();
        for (DealEvent event : change.events()) {
            records.add(recorder.record(
                    EVENTS,
                    "referral.%s.v1".formatted(event.wireName()),
                    deal.dealId(),
                    deal.partnerId(),
                    ++sequence,
                    event.about().occurrence().at(),
                    DealJson.of(event)));
        }
        return records;
    }
}
