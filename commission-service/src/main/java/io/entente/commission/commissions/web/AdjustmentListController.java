package io.entente.commission.commissions.web;

import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.adjustments.AdjustmentFilter;
import io.entente.commission.commissions.adjustments.AdjustmentRequest;
import io.entente.commission.commissions.adjustments.AdjustmentRequest.Status;
import io.entente.commission.commissions.adjustments.AdjustmentRequests;
import io.entente.commission.commissions.web.CommissionLifeController.AdjustmentView;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/adjustments}: what people asked to add to commissions, or to take away, and what became of it. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE})
@RestController
@RequestMapping("/api/adjustments")
class AdjustmentListController {

    private static final List<String> COLUMNS = List.of(
            "adjustmentId",
            "commissionId",
            "partnerId",
            "amount",
            "currency",
            "status",
            "reason",
            "requestedBy",
            "requestedAt",
            "decidedBy");

    private final AdjustmentRequests requests;
    private final PartnerNames names;
    private final ProgramCalendar calendar;

    AdjustmentListController(AdjustmentRequests requests, PartnerNames names, ProgramCalendar calendar) {
        this.requests = requests;
        this.names = names;
        this.calendar = calendar;
    }

    /**
     * Lists the adjustments of all commissions in the order in which they were requested.
     *
     * @param q words of the reason, of the adjustment's or commission's id, of the partner's name or id, or of those who asked and decided
     * @param status only adjustments with this status, such as those that wait for a second person
     * @param partnerId only adjustments of this partner
     * @param currency only adjustments in this currency
     * @param from only adjustments that were requested on this day or later
     * @param to only adjustments that were requested on this day or earlier
     */
    @GetMapping
    Page<AdjustmentView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            @SortedBy(AdjustmentFilter.REQUESTED) SortOrder sort) {
        return requests.page(filter(q, status, partnerId, currency, from, to, sort), page)
                .map(AdjustmentView::of);
    }

    /**
     * Exports the same list as CSV, with the same filters and in the same order.
     *
     * @param q words of the reason, of the adjustment's or commission's id, of the partner's name or id, or of those who asked and decided
     * @param status only adjustments with this status, such as those that wait for a second person
     * @param partnerId only adjustments of this partner
     * @param currency only adjustments in this currency
     * @param from only adjustments that were requested on this day or later
     * @param to only adjustments that were requested on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @SortedBy(AdjustmentFilter.REQUESTED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        AdjustmentFilter filter = filter(q, status, partnerId, currency, from, to, sort);
        Download.csv("adjustments.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> requests.page(filter, page), request -> row(csv, request));
            csv.flush();
        });
    }

    private AdjustmentFilter filter(
            @Nullable String q,
            @Nullable Status status,
            @Nullable String partnerId,
            @Nullable String currency,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            SortOrder sort) {
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to", "must not be before from");
        }
        SearchText text = SearchText.of(q).orElse(null);
        return new AdjustmentFilter(
                text,
                text == null ? List.of() : names.named(text),
                status,
                partnerId == null ? null : new PartnerId(partnerId),
                currency == null ? null : unit(currency),
                from == null ? null : calendar.startOf(from),
                to == null ? null : calendar.startOf(to.plusDays(1)),
                sort);
    }

    private static CurrencyUnit unit(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw refused("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }

    private static void row(SafeCsv csv, AdjustmentRequest request) {
        csv.row(
                request.id(),
                request.commission(),
                request.partnerId(),
                request.amount(),
                request.amount().getCurrencyUnit(),
                request.status(),
                request.reason(),
                request.requestedBy(),
                request.requestedAt(),
                request.decidedBy());
    }
}
