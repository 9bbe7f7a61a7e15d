package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.ReportFile.Kind;
import java.time.Instant;

/**
 * A report as the API shows it.
 *
 * @param schema the ISO 20022 message with its version
 * @param messageId which the bank gave the report
 * @param sender the account, the bank or the party that the report names; empty if it names none
 * @param items the number of its items; a status of a whole batch counts as one item for each payout
 * @param open the number of items that wait for a person
 */
record BankReportView(
        String id,
        Kind kind,
        String schema,
        String messageId,
        String sender,
        BankReport.Status status,
        int items,
        long open,
        String receivedBy,
        Instant receivedAt,
        long version) {

    static BankReportView of(BankReport report) {
        return new BankReportView(
                report.id(),
                report.kind(),
                report.schema(),
                report.messageId(),
                report.sender(),
                report.status(),
                report.items(),
                report.open(),
                report.receivedBy(),
                report.receivedAt(),
                report.version());
    }
}
