package io.entente.commission.payees.mongo;

import io.entente.commission.payees.changes.PayeeEvent;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps payment details to documents, and their changes to records. */
final class PayeeMapping implements AggregateMapping<PayeeFile, PayeeEvent, PayeeDocument> {

    private final PayeeRecords records;

    PayeeMapping(EventRecorder recorder) {
        this.records = new PayeeRecords(recorder);
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
        return records.of(change.state(), change.events());
    }
}
