package io.entente.commission.invoices.web;

import io.entente.commission.invoices.RecordHandInvoice;
import io.entente.commission.invoices.byhand.HandInvoice;
import io.entente.commission.invoices.byhand.HandInvoiceFilter;
import io.entente.commission.invoices.byhand.HandInvoices;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.Statements;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/invoices/by-hand}: statements that a person invoiced, because the program can't. */
@RestController
@RequestMapping("/api/invoices/by-hand")
class HandInvoiceController {

    private static final List<String> COLUMNS = List.of(
            "statementId",
            "partnerId",
            "period",
            "currency",
            "number",
            "issuedOn",
            "vatRate",
            "withholdingRate",
            "reason",
            "recordedBy",
            "recordedAt");

    private final RecordHandInvoice record;
    private final HandInvoices byHand;
    private final InvoiceParameters parameters;
    private final Statements statements;
    private final ZoneId zone;
    private final Clock clock;

    HandInvoiceController(
            RecordHandInvoice record,
            HandInvoices byHand,
            Statements statements,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock,
            InvoiceParameters parameters) {
        this.parameters = parameters;
        this.record = record;
        this.byHand = byHand;
        this.statements = statements;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Records that a finalized statement was invoiced by hand, with all documents that it needs. The statement is no longer blocked, the
     * program issues nothing more for it, and payouts of what its quarter earned have the taxes that are stated here. Repeating the
     * request changes nothing.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PutMapping("/{statementId}")
    HandInvoiceView put(@PathVariable String statementId, @RequestBody HandInvoiceRequest request, Actor actor) {
        Statement statement = statements
                .find(new StatementId(statementId))
                .orElseThrow(() -> new NotFoundException("statement", statementId));
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (request.issuedOn().isAfter(today)) {
            throw InvalidInputException.malformed(List.of(new FieldError(
                    "issuedOn",
                    "must not be in the future; today is %s in the time zone of the program".formatted(today))));
        }
        return HandInvoiceView.of(
                ConflictException.unlessAllowed(record.record(statement, request.of(statement, actor.value(), now))));
    }

    /**
     * Lists the statements that were invoiced by hand in the order in which this was recorded. {@code partnerId} selects those of one partner.
     *
     * @param q words of the partner's name or id, or of the statement's id, of the invoice's number, of the reason, or of who recorded it
     * @param period only statements of this quarter, such as 2026-Q2
     */
    @AllowedTo(roles = Role.FINANCE)
    @GetMapping
    Page<HandInvoiceView> list(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            PageRequest page,
            @SortedBy(HandInvoiceFilter.RECORDED) SortOrder sort) {
        return byHand.page(parameters.byHand(q, tenant, period, sort), page).map(HandInvoiceView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param q words of the partner's name or id, or of the statement's id, of the invoice's number, of the reason, or of who recorded it
     * @param period only statements of this quarter, such as 2026-Q2
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = Role.FINANCE)
    @GetMapping("/export")
    void export(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            @SortedBy(HandInvoiceFilter.RECORDED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        HandInvoiceFilter filter = parameters.byHand(q, tenant, period, sort);
        Download.csv("invoices-by-hand.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> byHand.page(filter, page), each -> row(csv, each));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, HandInvoice invoice) {
        csv.row(
                invoice.statementId(),
                invoice.partnerId(),
                invoice.period(),
                invoice.currency().getCode(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.vatRate(),
                invoice.withholdingRate(),
                invoice.reason(),
                invoice.by(),
                invoice.at());
    }

    /**
     * The body of {@code PUT /api/invoices/by-hand/{statementId}}.
     *
     * @param number of the invoice, or of all documents, as they were numbered
     * @param vatRate percent of the net amount that the invoice states as VAT; 0 if none
     * @param withholdingRate percent of the net amount that the firm keeps back; absent if none
     * @param reason why the statement was invoiced by hand
     */
    record HandInvoiceRequest(
            @NotBlank @Size(max = 100) String number,
            @NotNull @CalendarDay LocalDate issuedOn,
            @NotNull @Pattern(regexp = PERCENT, message = MUST_BE_A_PERCENTAGE) String vatRate,
            @Nullable @Pattern(regexp = PERCENT, message = MUST_BE_A_PERCENTAGE) String withholdingRate,
            @NotBlank @Size(max = 500) String reason) {

        private static final String PERCENT = "100|\\d{1,2}(\\.\\d{1,4})?";
        private static final String MUST_BE_A_PERCENTAGE =
                "must be a percentage from 0 to 100 with at most four decimals, such as 10.5";

        HandInvoice of(Statement statement, String by, Instant now) {
            return new HandInvoice(
                    statement.id(),
                    statement.partnerId(),
                    statement.currency(),
                    statement.quarter(),
                    number.strip(),
                    issuedOn,
                    new BigDecimal(vatRate),
                    withholdingRate == null ? BigDecimal.ZERO : new BigDecimal(withholdingRate),
                    reason.strip(),
                    by,
                    now);
        }
    }

    /**
     * A statement that was invoiced by hand.
     *
     * @param recordedBy who reported it
     */
    record HandInvoiceView(
            String statementId,
            String partnerId,
            String period,
            String currency,
            String number,
            LocalDate issuedOn,
            String vatRate,
            String withholdingRate,
            String reason,
            String recordedBy,
            Instant recordedAt) {

        static HandInvoiceView of(HandInvoice invoice) {
            return new HandInvoiceView(
                    invoice.statementId().value(),
                    invoice.partnerId().value(),
                    invoice.period().toString(),
                    invoice.currency().getCode(),
                    invoice.number(),
                    invoice.issuedOn(),
                    invoice.vatRate().toPlainString(),
                    invoice.withholdingRate().toPlainString(),
                    invoice.reason(),
                    invoice.by(),
                    invoice.at());
        }
    }
}
