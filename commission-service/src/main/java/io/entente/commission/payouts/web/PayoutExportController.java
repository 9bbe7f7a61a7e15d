package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.lists.PayoutFilter;
import io.entente.commission.payouts.lists.PayoutList;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/payouts/export}: what was paid in a period, or the list of payouts, as CSV for finance's systems. */
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
            "netted",
            "state",
            "plannedAt");

    private final Payouts payouts;
    private final PayoutList list;
    private final PayoutParameters parameters;

    PayoutExportController(Payouts payouts, PayoutList list, PayoutParameters parameters) {
        this.payouts = payouts;
        this.list = list;
        this.parameters = parameters;
    }

    /**
     * Exports payouts as CSV. These are all that were paid in a period and didn't come back, or those of the list, with the same filters
     * and in the same order. Accounts are masked. A partner gets its own.
     *
     * @param from the first day of payment. The other filters can't be combined with it
     * @param to the last day of payment
     * @param q words of the partner's name or id, of the end-to-end id, or of the payout's or batch's id
     * @param state only payouts in one of these states
     * @param currency only payouts in this currency
     * @param plannedFrom only payouts that were planned on this day or later
     * @param plannedTo only payouts that were planned on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/payouts/export")
    void export(
            Tenant tenant,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Payout.State> state,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate plannedFrom,
            @RequestParam(required = false) @Nullable LocalDate plannedTo,
            @SortedBy({PayoutFilter.PLANNED, PayoutFilter.AMOUNT}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        if (from == null && to == null) {
            Optional<PayoutFilter> filter = parameters.filter(q, state, currency, plannedFrom, plannedTo, tenant, sort);
            write(
                    response,
                    bom,
                    "payouts.csv",
                    csv -> filter.ifPresent(
                            wanted -> AllPages.read(page -> list.page(wanted, page), payout -> row(csv, payout))));
            return;
        }
        if (from == null || to == null || to.isBefore(from)) {
            throw refused("to", "must be given with from, and not be before it");
        }
        if (q != null || state != null || currency != null || plannedFrom != null || plannedTo != null) {
            throw refused("from", "must be absent if there is another filter");
        }
        PartnerId partner = tenant.id().map(PartnerId::new).orElse(null);
        write(
                response,
                bom,
                "payouts-%s-%s.csv".formatted(from, to),
                csv -> payouts.paidBetween(partner, from, to, payout -> row(csv, payout)));
    }

    private static void write(HttpServletResponse response, boolean bom, String name, Consumer<SafeCsv> content)
            throws IOException {
        Download.csv(name).withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            content.accept(csv);
            csv.flush();
        });
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
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
                payout.allocation().netted(),
                payout.state(),
                payout.plannedAt());
    }
}
