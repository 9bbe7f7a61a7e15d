package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.IssuedInvoice;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps invoices to documents, and their changes to records. */
final class InvoiceMapping implements AggregateMapping<IssuedInvoice, IssuedInvoice, InvoiceDocument> {

    private final InvoiceRecords records;

    InvoiceMapping(EventRecorder recorder) {
        this.records = new InvoiceRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoInvoices.COLLECTION;
    }

    @Override
    public Class<InvoiceDocument> documentType() {
        return InvoiceDocument.class;
    }

    @Override
    public long version(IssuedInvoice invoice) {
        return 1;
    }

    @Override
    public IssuedInvoice read(InvoiceDocument document) {
        return document.toIssued();
    }

    @Override
    public InvoiceDocument write(
            IssuedInvoice invoice, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return InvoiceDocument.of(invoice, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<IssuedInvoice, IssuedInvoice> change, Instant now) {
        return records.of(change.events());
    }
}
