package io.entente.commission.statements.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.disputes.OpenDispute;
import io.entente.commission.statements.disputes.OpenDisputes;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.ShownActors;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/statements/disputes}: the disputes that wait for finance. */
@RestController
@RequestMapping("/api/statements/disputes")
class DisputeController {

    private static final List<String> COLUMNS =
            List.of("statementId", "partnerId", "quarter", "currency", "line", "reason", "disputedBy", "disputedAt");

    private final OpenDisputes disputes;

    DisputeController(OpenDisputes disputes) {
        this.disputes = disputes;
    }

    /**
     * Lists the disputes that are not resolved yet, by statement and line. A partner gets its own.
     *
     * @param quarter only disputes of statements of this quarter, such as 2026-Q2
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping
    Page<OpenDisputeView> list(
            Tenant tenant, @RequestParam(required = false) @Nullable String quarter, PageRequest page) {
        return open(tenant, quarter, page).map(OpenDisputeView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param quarter only disputes of statements of this quarter, such as 2026-Q2
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
    @GetMapping("/export")
    void export(
            Tenant tenant,
            Actor reader,
            @RequestParam(required = false) @Nullable String quarter,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Download.csv("disputes.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> open(tenant, quarter, page), each -> row(csv, each, reader));
            csv.flush();
        });
    }

    private Page<OpenDispute> open(Tenant tenant, @Nullable String quarter, PageRequest page) {
        PartnerId partner = tenant.id().map(PartnerId::new).orElse(null);
        Quarter of = quarter == null ? null : Quarters.read(quarter);
        return disputes.list(partner, of, page);
    }

    private static void row(SafeCsv csv, OpenDispute open, Actor reader) {
        Statement statement = open.statement();
        Dispute dispute = open.dispute();
        csv.row(
                statement.id(),
                statement.partnerId(),
                statement.quarter(),
                statement.currency(),
                dispute.line(),
                dispute.reason(),
                ShownActors.shown(dispute.by(), reader),
                dispute.at());
    }

    /**
     * A disputed line that is not resolved yet.
     *
     * @param line the number of the line, as in {@code …/lines}
     * @param reason in the words of the person who disputed it
     */
    record OpenDisputeView(
            String statementId,
            String partnerId,
            String quarter,
            String currency,
            long line,
            String reason,
            String disputedBy,
            Instant disputedAt) {

        static OpenDisputeView of(OpenDispute open) {
            Statement statement = open.statement();
            Dispute dispute = open.dispute();
            return new OpenDisputeView(
                    statement.id().value(),
                    statement.partnerId().value(),
                    statement.quarter().toString(),
                    statement.currency().getCode(),
                    dispute.line(),
                    dispute.reason(),
                    dispute.by(),
                    dispute.at());
        }
    }
}
