package io.entente.commission.statements.web;

import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.IssueStatements;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.lists.StatementFilter;
import io.entente.commission.statements.lists.StatementList;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

    private final StatementList list;
    private final StatementParameters parameters;
    private final IssueStatements issue;

    StatementExportController(StatementList list, StatementParameters parameters, IssueStatements issue) {
        this.list = list;
        this.parameters = parameters;
        this.issue = issue;
    }

    /**
     * Exports the list of statements as CSV, one row for each statement, with the same filters. Drafts are drawn up again from the
     * ledger.
     *
     * @param q words of the partner's name or id, or of the statement's id
     * @param quarter only statements of this quarter, such as 2026-Q2
     * @param status only statements with one of these statuses
     * @param currency only statements in this currency
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/statements/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(required = false) @Nullable List<Statement.Status> status,
            @RequestParam(required = false) @Nullable String currency,
            @SortedBy(StatementFilter.QUARTER) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Optional<StatementFilter> filter = parameters.filter(q, quarter, status, currency, tenant, sort);
        Download.csv("statements.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            filter.ifPresent(wanted ->
                    AllPages.read(page -> list.page(wanted, page).map(issue::current), each -> row(csv, each)));
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
