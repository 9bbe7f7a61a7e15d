package io.entente.commission.payouts.web;

import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.lists.CorrectionFilter;
import io.entente.commission.payouts.lists.CorrectionList;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
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

/** {@code GET /api/outcome-corrections/export}: corrections of outcomes. */
@AllowedTo(roles = Role.FINANCE)
@RestController
class OutcomeCorrectionExportController {

    private static final List<String> COLUMNS = List.of(
            "correctionId",
            "payoutId",
            "partnerId",
            "amount",
            "currency",
            "from",
            "fromOn",
            "to",
            "toOn",
            "reason",
            "askedBy",
            "askedAt",
            "status",
            "decidedBy",
            "decidedAt",
            "note");

    private final CorrectionList list;
    private final CorrectionParameters parameters;

    OutcomeCorrectionExportController(CorrectionList list, CorrectionParameters parameters) {
        this.list = list;
        this.parameters = parameters;
    }

    /**
     * Exports the same list as CSV, with the same filters and in the same order.
     *
     * @param q words of the partner's name or id, of the end-to-end id, or of the correction's, payout's or batch's id
     * @param status only corrections with one of these; WAITING if it is absent
     * @param from only corrections that were asked for on this day or later
     * @param to only corrections that were asked for on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/outcome-corrections/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<OutcomeCorrection.Status> status,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Tenant tenant,
            @SortedBy(CorrectionFilter.ASKED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CorrectionFilter filter = parameters.filter(q, status, from, to, tenant, sort);
        Download.csv("outcome-corrections.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> list.page(filter, page), listed -> row(csv, listed.payout(), listed.correction()));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, Payout payout, OutcomeCorrection correction) {
        csv.row(
                correction.id(),
                payout.id(),
                payout.partnerId(),
                payout.amount(),
                payout.amount().getCurrencyUnit(),
                correction.from().kind(),
                correction.from().on(),
                correction.to().kind(),
                correction.to().on(),
                correction.reason(),
                correction.askedBy(),
                correction.askedAt(),
                correction.status(),
                correction.decidedBy(),
                correction.decidedAt(),
                correction.note());
    }
}
