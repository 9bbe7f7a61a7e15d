package io.entente.commission.invoices.mongo;

import io.entente.commission.invoices.Amounts;
import io.entente.commission.invoices.Invoice;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.statements.Quarter;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Announces invoices as {@code commission.invoice-issued.v1} on {@code commission.events}. The event has amounts and numbers of the
 * document, and neither names nor tax numbers.
 */
final class InvoiceRecords {

    private static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    InvoiceRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** An invoice has one event, so its sequence is 1. */
    List<OutboxRecord> of(List<IssuedInvoice> events) {
        return events.stream()
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
                    LIVE);
        }
    }
}
