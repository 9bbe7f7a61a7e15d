package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReports;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/bank-reports/export}: the reports of banks with what still waits for a person. */
@AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
@RestController
class BankReportExportController {

    private static final List<String> COLUMNS = List.of(
            "reportId", "kind", "schema", "messageId", "sender", "status", "items", "open", "receivedBy", "receivedAt");

    private final BankReports reports;

    BankReportExportController(BankReports reports) {
        this.reports = reports;
    }

    /**
     * Exports all reports as CSV, in the order of their ids.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/bank-reports/export")
    void export(@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response) throws IOException {
        Download.csv("bank-reports.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(reports::list, report -> row(csv, report));
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
