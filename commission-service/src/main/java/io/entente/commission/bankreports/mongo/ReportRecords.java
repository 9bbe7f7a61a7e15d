package io.entente.commission.bankreports.mongo;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReportUnmatched;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.platform.domain.Actor;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.List;

/** Converts the notice of a report to {@code commission.bank-report-unmatched.v1} on {@code commission.events}. */
final class ReportRecords {

    private static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    /** Stands for the partner, because a report is about many. */
    private static final String NO_PARTNER = "unknown";

    private final EventRecorder recorder;

    ReportRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** A report has one notice at most, so its sequence is 1. */
    List<OutboxRecord> of(BankReport report, List<BankReportUnmatched> events) {
        return events.stream()
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
                    LIVE);
        }
    }
}
