package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.statements.Quarter;
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
import org.jspecify.annotations.Nullable;

/**
 * Maps invoices to documents, and announces each one as {@code commission.invoice-issued.v1}. The event has amounts and numbers
 * of the document, and neither names nor tax numbers.
 */
final class InvoiceMapping implements AggregateMapping<IssuedInvoice, IssuedInvoice, InvoiceDocument> {

    private static final String TOPIC = "commission.events";

    private final EventRecorder recorder;

    InvoiceMapping(EventRecorder recorder) {
        this.recorder = recorder;
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
        return change.events().stream()
                .map(IssuedInvoice::invoice)
                .map(invoice -> recorder.record(
                        TOPIC,
                        "commission.invoice-issued.v1",
                        invoice.number().toString(),
                        invoice.partnerId().value(),
                        1,
                        invoice.issuedAt(),
                        IssuedJson.of(invoice)))
                .toList();
    }

    /** The days of a statement. */
    record PeriodJson(LocalDate startsOn, LocalDate endsOn) {

        static PeriodJson of(Quarter quarter) {
            return new PeriodJson(quarter.startsOn(), quarter.endsOn());
        }
    }

    /** {@code commission.invoice-issued.v1}. */
    record IssuedJson(
            String invoiceNumber,
            String partnerId,
            InvoiceKind kind,
            String statementId,
            PeriodJson period,
            LocalDate issuedOn,
            MoneyJson net,
            MoneyJson vat,
            MoneyJson gross,
            MoneyJson withheld,
            MoneyJson payable,
            @Nullable String corrects,
            Instant occurredAt,
            String actor,
            String origin) {

        static IssuedJson of(Invoice invoice) {
            Amounts amounts = invoice.amounts();
            return new IssuedJson(
                    invoice.number().toString(),
                    invoice.partnerId().value(),
                    invoice.kind(),
                    invoice.statementId().value(),
                    PeriodJson.of(invoice.period()),
                    invoice.issuedOn(),
                    MoneyJson.of(amounts.net()),
                    MoneyJson.of(amounts.vat()),
                    MoneyJson.of(amounts.gross()),
                    MoneyJson.of(amounts.withheld()),
                    MoneyJson.of(amounts.payable()),
                    invoice.corrects(),
                    invoice.issuedAt(),
                    Actor.SYSTEM.value(),
                    "LIVE");
        }
    }
}
