package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/outcome-corrections/export}: the corrections that wait for a second person. */
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
            "askedAt");

    private final Payouts payouts;

    OutcomeCorrectionExportController(Payouts payouts) {
        this.payouts = payouts;
    }

    /**
     * Exports the corrections of all payouts that wait for a second person as CSV, in the order of the payouts' ids.
     * {@code partnerId} selects those of one partner.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/outcome-corrections/export")
    void export(Tenant tenant, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        PartnerId partner = tenant.id().map(PartnerId::new).orElse(null);
        Download.csv("outcome-corrections.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(
                    page -> payouts.waitingForCorrection(partner, page),
                    payout -> payout.corrections().waiting().ifPresent(waiting -> row(csv, payout, waiting)));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, Payout payout, OutcomeCorrection waiting) {
        csv.row(
                waiting.id(),
                payout.id(),
                payout.partnerId(),
                payout.amount(),
                payout.amount().getCurrencyUnit(),
                waiting.from().kind(),
                waiting.from().on(),
                waiting.to().kind(),
                waiting.to().on(),
                waiting.reason(),
                waiting.askedBy(),
                waiting.askedAt());
    }
}
