package io.entente.commission.statements.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.IssueStatements;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statements;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/statements/export}: one row for each statement, as CSV for finance's systems. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
        scopes = Scope.COMMISSION_READ)
@RestController
class StatementExportController {

    private static final List<String> COLUMNS = List.of(
            "statementId",
            "partnerId",
            "quarter",
            "currency",
            "status",
            "referrals",
            "revenue",
            "revenueTakenBack",
            "openingBalance",
            "earned",
            "paid",
            "vatPaid",
            "withheld",
            "transferred",
            "closingBalance",
            "openDisputes",
            "issuedAt",
            "finalizedAt");

    private final Statements statements;
    private final IssueStatements issue;

    StatementExportController(Statements statements, IssueStatements issue) {
        this.statements = statements;
        this.issue = issue;
    }

    /**
     * Exports the list of statements as CSV, one row for each statement, with the same filters. Drafts are drawn up again from the
     * ledger.
     *
     * @param quarter only statements of this quarter, such as 2026-Q2
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/statements/export")
    void export(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        PartnerId partner = tenant.id().map(PartnerId::new).orElse(null);
        Quarter of = quarter == null ? null : Quarters.read(quarter);
        Download.csv("statements.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(
                    page -> statements
                            .list(partner, of, !tenant.byPartner(), page)
                            .map(issue::current),
                    each -> row(csv, each));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, Statement statement) {
        Figures figures = statement.figures();
        csv.row(
                statement.id(),
                statement.partnerId(),
                statement.quarter(),
                statement.currency(),
                statement.status(),
                figures.referrals(),
                figures.revenue(),
                figures.takenBack(),
                figures.opening(),
                figures.earned(),
                figures.paid(),
                figures.tax().vat(),
                figures.tax().withheld(),
                figures.transferred(),
                figures.closing(),
                statement.disputes().stream().filter(Dispute::isOpen).count(),
                statement.issuedAt(),
                statement.finalizedAt());
    }
}
