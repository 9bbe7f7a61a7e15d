package io.entente.commission.payees.mongo;

import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeEvent.PayeeChanged;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps payment details to documents, and their changes to records on {@code commission.events}. */
final class PayeeMapping implements AggregateMapping<PayeeFile, PayeeEvent, PayeeDocument> {

    private static final String TOPIC = "commission.events";

    private final EventRecorder recorder;

    PayeeMapping(EventRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String collection() {
        return MongoPayees.COLLECTION;
    }

    @Override
    public Class<PayeeDocument> documentType() {
        return PayeeDocument.class;
    }

    @Override
    public long version(PayeeFile file) {
        return file.version();
    }

    @Override
    public PayeeFile read(PayeeDocument document) {
        return document.toFile();
    }

    @Override
    public PayeeDocument write(PayeeFile file, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return PayeeDocument.of(file, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<PayeeFile, PayeeEvent> change, Instant now) {
        PayeeFile file = change.state();
        long first = file.sequence() - change.events().size() + 1;
        String partner = file.payee().partnerId().value();
        String subject = "payee." + partner;
        List<OutboxRecord> records = new ArrayList<>();
        for (PayeeEvent event : change.events()) {
            records.add(recorder.record(
                    TOPIC,
                    event instanceof PayeeChanged
                            ? "commission.payee-changed.v1"
                            : "commission.payee-change-requested.v1",
                    subject,
                    partner,
                    first + records.size(),
                    event.at(),
                    new PayeeJson(subject, partner, event.fields(), event.at(), event.actor(), "LIVE")));
        }
        return records;
    }

    /** The data of both events. They name fields and never contain an account, a name or a number. */
    record PayeeJson(
            String payeeId, String partnerId, List<String> fields, Instant occurredAt, String actor, String origin) {}
}
