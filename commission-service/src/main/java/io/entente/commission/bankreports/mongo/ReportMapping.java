package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReportUnmatched;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps reports to documents, and their notice to {@code commission.bank-report-unmatched.v1}. */
final class ReportMapping implements AggregateMapping<BankReport, BankReportUnmatched, ReportDocument> {

    private static final String TOPIC = "commission.events";

    /** Stands for the partner, because a report is about many. */
    private static final String NO_PARTNER = "unknown";

    private final EventRecorder recorder;

    ReportMapping(EventRecorder recorder) {
        this.recorder = recorder;
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
        BankReport report = change.state();
        return change.events().stream()
                .map(event -> recorder.record(
                        TOPIC,
                        "commission.bank-report-unmatched.v1",
                        report.id(),
                        NO_PARTNER,
                        1,
                        event.at(),
                        UnmatchedJson.of(report, event)))
                .toList();
    }

    /** {@code commission.bank-report-unmatched.v1}. */
    record UnmatchedJson(
            String reportId,
            String partnerId,
            Kind kind,
            String messageId,
            int items,
            long open,
            Instant occurredAt,
            String actor,
            String origin) {

        static UnmatchedJson of(BankReport report, BankReportUnmatched event) {
            return new UnmatchedJson(
                    report.id(),
                    NO_PARTNER,
                    report.kind(),
                    report.messageId(),
                    report.items(),
                    event.open(),
                    event.at(),
                    Actor.SYSTEM.value(),
                    "LIVE");
        }
    }
}
