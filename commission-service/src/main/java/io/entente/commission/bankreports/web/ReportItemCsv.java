package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.ReportItem;
import io.entente.commission.bankreports.ReportedAmount;
import io.entente.commission.bankreports.ReportedPayment;
import io.entente.platform.csv.SafeCsv;
import java.util.List;

/** Writes items of reports as CSV, row by row. */
final class ReportItemCsv {

    private static final List<String> COLUMNS = List.of(
            "report_id",
            "number",
            "scope",
            "reference",
            "status",
            "meaning",
            "amount",
            "currency",
            "value_on",
            "booked_on",
            "reason_code",
            "info",
            "result",
            "detail",
            "open",
            "payout_id",
            "resolved_by",
            "resolution");

    private final SafeCsv csv;

    ReportItemCsv(Appendable out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ReportItem item) {
        ReportedPayment payment = item.payment();
        ReportedAmount amount =
                payment.amounts().isEmpty() ? null : payment.amounts().get(0);
        ReportItem.Resolved resolved = item.resolved();
        csv.row(
                item.reportId(),
                item.number(),
                payment.scope(),
                payment.reference(),
                payment.status(),
                payment.meaning(),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency(),
                payment.valueOn(),
                payment.bookedOn(),
                payment.reasonCode(),
                payment.info(),
                item.result(),
                item.detail(),
                item.isOpen(),
                item.payoutId(),
                resolved == null ? null : resolved.actor(),
                resolved == null ? null : resolved.note());
    }

    void flush() {
        csv.flush();
    }
}
