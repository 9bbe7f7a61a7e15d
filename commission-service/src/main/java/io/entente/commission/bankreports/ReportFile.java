package io.entente.commission.bankreports;

import java.util.List;

/**
 * A report as it was read.
 *
 * @param schema the ISO 20022 message with its version, such as {@code pain.002.001.10}
 * @param messageId which the bank gave the report
 * @param page of a report that the bank sends in several files; 1 for a report in one file
 * @param sender the account, the bank or the party that the report names; empty if it names none
 */
public record ReportFile(
        Kind kind, String schema, String messageId, String page, String sender, List<ReportedPayment> payments) {

    public enum Kind {
        /** A payment status report: what the bank did with a payment file. */
        PAIN_002,
        /** A debit and credit notification: what was booked on an account. */
        CAMT_054
    }

    public ReportFile {
        payments = List.copyOf(payments);
    }

    /** The same with other payments. */
    public ReportFile with(List<ReportedPayment> others) {
        return new ReportFile(kind, schema, messageId, page, sender, others);
    }
}
