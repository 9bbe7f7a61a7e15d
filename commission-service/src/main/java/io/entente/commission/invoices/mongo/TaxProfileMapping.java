package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.vat.changes.TaxProfileChange;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps versions of tax profiles to documents, and their changes to records. */
final class TaxProfileMapping implements AggregateMapping<TaxProfileChange, TaxProfileEvent, TaxProfileDocument> {

    private final TaxProfileRecords records;

    TaxProfileMapping(EventRecorder recorder) {
        this.records = new TaxProfileRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoTaxProfiles.COLLECTION;
    }

    @Override
    public Class<TaxProfileDocument> documentType() {
        return TaxProfileDocument.class;
    }

    @Override
    public long version(TaxProfileChange change) {
        return change.revision();
    }

    @Override
    public TaxProfileChange read(TaxProfileDocument document) {
        return document.toChange();
    }

    @Override
    public TaxProfileDocument write(
            TaxProfileChange change, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return TaxProfileDocument.of(change, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<TaxProfileChange, TaxProfileEvent> change, Instant now) {
        return records.of(change.state(), change.events());
    }
}
