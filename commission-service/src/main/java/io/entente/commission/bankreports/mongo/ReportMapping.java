package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReportUnmatched;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps reports to documents, and their changes to records. */
final class ReportMapping implements AggregateMapping<BankReport, BankReportUnmatched, ReportDocument> {

    private final ReportRecords records;

    ReportMapping(EventRecorder recorder) {
        this.records = new ReportRecords(recorder);
    }

    @Override
    public String collection() {
        return MongoBankReports.COLLECTION;
    }

    @Override
    public Class<ReportDocument> documentType() {
        return ReportDocument.class;
    }

    @Override
    public long version(BankReport report) {
        return report.version();
    }

    @Override
    public BankReport read(ReportDocument document) {
        return document.toReport();
    }

    @Override
    public ReportDocument write(BankReport report, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        return ReportDocument.of(report, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<BankReport, BankReportUnmatched> change, Instant now) {
        return records.of(change.state(), change.events());
    }
}
