package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/payouts/export}: what was paid in a period, as CSV for finance's systems. */
@AllowedTo(
        roles = {Role.PARTNER, Role.FINANCE},
        scopes = Scope.COMMISSION_READ)
@RestController
class PayoutExportController {

    private static final List<String> COLUMNS = List.of(
            "payoutId",
            "batchId",
            "partnerId",
            "paidOn",
            "reference",
            "holder",
            "account",
            "currency",
            "amount",
            "commission",
            "vat",
            "withheld",
            "gross",
            "netted");

    private final Payouts payouts;

    PayoutExportController(Payouts payouts) {
        this.payouts = payouts;
    }

    /**
     * Exports the payouts that were paid in a period and didn't come back, as CSV. Accounts are masked. A partner gets its own.
     *
     * @param from the first day
     * @param to the last day
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/payouts/export")
    void export(
            Tenant tenant,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        if (to.isBefore(from)) {
            throw InvalidInputException.malformed(List.of(new FieldError("to", "must not be before from")));
        }
        PartnerId partner = tenant.id().map(PartnerId::new).orElse(null);
        Download.csv("payouts-%s-%s.csv".formatted(from, to))
                .withByteOrderMark(bom)
                .writeTo(response, out -> {
                    SafeCsv csv = new SafeCsv(out, COLUMNS);
                    payouts.paidBetween(partner, from, to, payout -> row(csv, payout));
                    csv.flush();
                });
    }

    private static void row(SafeCsv csv, Payout payout) {
        csv.row(
                payout.id(),
                payout.batchId(),
                payout.partnerId(),
                payout.paidOn(),
                payout.id().endToEndId(),
                payout.payee().holder(),
                payout.payee().account().masked(),
                payout.amount().getCurrencyUnit(),
                payout.amount(),
                payout.allocation().net(),
                payout.allocation().tax().vat(),
                payout.allocation().tax().withheld(),
                payout.allocation().gross(),
                payout.allocation().netted());
    }
}
