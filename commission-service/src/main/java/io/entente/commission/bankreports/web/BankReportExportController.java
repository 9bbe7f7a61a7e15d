package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.lists.ReportFilter;
import io.entente.commission.bankreports.lists.ReportList;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/bank-reports/export}: the reports of banks with what still waits for a person. */
@AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
@RestController
class BankReportExportController {

    private static final List<String> COLUMNS = List.of(
            "reportId", "kind", "schema", "messageId", "sender", "status", "items", "open", "receivedBy", "receivedAt");

    private final ReportList list;
    private final ReportParameters parameters;

    BankReportExportController(ReportList list, ReportParameters parameters) {
        this.list = list;
        this.parameters = parameters;
    }

    /**
     * Exports the list of reports as CSV, with the same filters.
     *
     * @param q words of the report's or the message's id, or of the sender
     * @param kind only reports of this kind
     * @param status only reports with this status
     * @param open true for reports of which something waits for a person, false for the others
     * @param from only reports that were received on this day or later
     * @param to only reports that were received on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/bank-reports/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) BankReport.@Nullable Status status,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @SortedBy(ReportFilter.RECEIVED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        ReportFilter filter = parameters.filter(q, kind, status, open, from, to, sort);
        Download.csv("bank-reports.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> list.page(filter, page), report -> row(csv, report));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, BankReport report) {
        csv.row(
                report.id(),
                report.kind(),
                report.schema(),
                report.messageId(),
                report.sender(),
                report.status(),
                report.items(),
                report.open(),
                report.receivedBy(),
                report.receivedAt());
    }
}
