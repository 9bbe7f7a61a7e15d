package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.lists.ListedReport;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a report. Its items are documents of their own.
 *
 * @param list absent until a report of an earlier version is completed
 */
record ReportDocument(
        @Id String id,
        long version,
        Kind kind,
        String schema,
        String messageId,
        String sender,
        String digest,
        BankReport.Status status,
        int items,
        long open,
        boolean noticed,
        String receivedBy,
        Instant receivedAt,
        @Nullable ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static ReportDocument of(BankReport report, @Nullable Outbox outbox) {
        return new ReportDocument(
                report.id(),
                report.version(),
                report.kind(),
                report.schema(),
                report.messageId(),
                report.sender(),
                report.digest(),
                report.status(),
                report.items(),
                report.open(),
                report.noticed(),
                report.receivedBy(),
                report.receivedAt(),
                ListedReport.of(report),
                outbox);
    }

    BankReport toReport() {
        return new BankReport(
                id,
                kind,
                schema,
                messageId,
                sender,
                digest,
                status,
                items,
                open,
                noticed,
                receivedBy,
                receivedAt,
                version);
    }
}
