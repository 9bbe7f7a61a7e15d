package io.entente.commission.invoices.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.commission.invoices.BlockedInvoice;
import io.entente.commission.invoices.BlockedInvoiceFilter;
import io.entente.commission.invoices.BlockedInvoices;
import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.invoices.Invoices;
import io.entente.commission.invoices.InvoicesCsv;
import io.entente.commission.invoices.IssuedInvoice;
import io.entente.commission.invoices.lists.InvoiceFilter;
import io.entente.commission.invoices.lists.InvoiceList;
import io.entente.commission.invoices.pdf.InvoicePdf;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/invoices}: self-billed invoices and credit notes as JSON, PDF and XML, and the statements without one. */
@RestController
@RequestMapping("/api/invoices")
class InvoiceController {

    private static final List<String> BLOCKED_COLUMNS =
            List.of("statementId", "partnerId", "period", "reason", "since", "tryAt");

    private final Invoices invoices;
    private final BlockedInvoices blocked;
    private final InvoicePdf pdf;
    private final InvoiceList list;
    private final InvoiceParameters parameters;

    InvoiceController(
            Invoices invoices,
            BlockedInvoices blocked,
            InvoicePdf pdf,
            InvoiceList list,
            InvoiceParameters parameters) {
        this.list = list;
        this.parameters = parameters;
        this.invoices = invoices;
        this.blocked = blocked;
        this.pdf = pdf;
    }

    /**
     * Lists invoices and credit notes in the order in which they were issued, which is that of their numbers. A partner gets its own.
     *
     * @param q words of the number, of the partner's name or id, of the statement's id, or of the number of the corrected invoice
     * @param period only invoices of this quarter, such as 2026-Q2
     * @param kind INVOICE or CREDIT_NOTE
     * @param currency only invoices in this currency
     * @param issuedFrom only invoices that were issued on this day or later
     * @param issuedTo only invoices that were issued on this day or earlier
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @AuditedRead
    @GetMapping
    Page<InvoiceView> list(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable InvoiceKind kind,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate issuedFrom,
            @RequestParam(required = false) @Nullable LocalDate issuedTo,
            PageRequest page,
            @SortedBy({InvoiceFilter.ISSUED, InvoiceFilter.AMOUNT}) SortOrder sort) {
        InvoiceFilter filter = parameters.filter(q, tenant, period, kind, currency, issuedFrom, issuedTo, sort);
        return list.page(filter, page).map(InvoiceView::of);
    }

    /**
     * Lists the finalized statements that can't be invoiced yet, with what is missing, in the order in which this was found. They are
     * tried again by themselves. {@code partnerId} selects those of one partner.
     *
     * @param q words of the partner's name or id, or of the statement's id
     * @param period only statements of this quarter, such as 2026-Q2
     */
    @AllowedTo(roles = Role.FINANCE)
    @GetMapping("/blocked")
    Page<BlockedView> blocked(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            PageRequest page,
            @SortedBy(BlockedInvoiceFilter.SINCE) SortOrder sort) {
        return blocked.page(parameters.blocked(q, tenant, period, sort), page).map(BlockedView::of);
    }

    /**
     * Exports the same list as CSV.
     *
     * @param q words of the partner's name or id, or of the statement's id
     * @param period only statements of this quarter, such as 2026-Q2
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = Role.FINANCE)
    @GetMapping("/blocked/export")
    void exportBlocked(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            @SortedBy(BlockedInvoiceFilter.SINCE) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        BlockedInvoiceFilter filter = parameters.blocked(q, tenant, period, sort);
        Download.csv("blocked-invoices.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, BLOCKED_COLUMNS);
            AllPages.read(
                    page -> blocked.page(filter, page),
                    each -> csv.row(
                            each.statementId(),
                            each.partnerId(),
                            each.period(),
                            each.reason(),
                            each.since(),
                            each.tryAt()));
            csv.flush();
        });
    }

    /**
     * Exports the list of invoices as CSV, with the same filters and in the same order. Credit notes have negative amounts.
     *
     * @param q words of the number, of the partner's name or id, of the statement's id, or of the number of the corrected invoice
     * @param period only invoices of this quarter, such as 2026-Q2
     * @param kind INVOICE or CREDIT_NOTE
     * @param currency only invoices in this currency
     * @param issuedFrom only invoices that were issued on this day or later
     * @param issuedTo only invoices that were issued on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_READ)
    @GetMapping("/export")
    void export(
            Tenant tenant,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable InvoiceKind kind,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate issuedFrom,
            @RequestParam(required = false) @Nullable LocalDate issuedTo,
            @SortedBy({InvoiceFilter.ISSUED, InvoiceFilter.AMOUNT}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        InvoiceFilter filter = parameters.filter(q, tenant, period, kind, currency, issuedFrom, issuedTo, sort);
        Download.csv(filter.period() == null ? "invoices.csv" : "invoices-" + filter.period() + ".csv")
                .withByteOrderMark(bom)
                .writeTo(response, out -> InvoicesCsv.write(page -> list.page(filter, page), out));
    }

    /** Returns an invoice with the rule that decided its VAT. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @AuditedRead
    @GetMapping("/{id}")
    InvoiceView get(@PathVariable String id, Tenant tenant) {
        return InvoiceView.of(existing(id, tenant).invoice());
    }

    /** Returns an invoice as PDF in the partner's language, with the XML inside (Factur-X, ZUGFeRD). */
    @FileResponse("application/pdf")
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/pdf")
    void pdf(@PathVariable String id, HttpServletResponse response, Tenant tenant) throws IOException {
        byte[] page = pdf.render(existing(id, tenant));
        Download.of(MediaType.APPLICATION_PDF_VALUE, id + ".pdf").announceTo(response);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Returns an invoice as EN 16931 XML (UN/CEFACT Cross Industry Invoice). */
    @FileResponse("application/xml")
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @GetMapping("/{id}/xml")
    void xml(@PathVariable String id, HttpServletResponse response, Tenant tenant) throws IOException {
        byte[] xml = existing(id, tenant).xml().getBytes(UTF_8);
        Download.of("application/xml;charset=UTF-8", id + ".xml").announceTo(response);
        response.setContentLength(xml.length);
        response.getOutputStream().write(xml);
    }

    private IssuedInvoice existing(String id, Tenant tenant) {
        return invoices.find(id)
                .filter(found -> tenant.covers(found.invoice().partnerId().value()))
                .orElseThrow(() -> new NotFoundException("invoice", id));
    }

    /**
     * A finalized statement that can't be invoiced yet.
     *
     * @param reason what is missing
     * @param since when this was found first
     * @param tryAt when it is tried again; a change of the partner's tax profile brings that forward
     */
    record BlockedView(
            String statementId, String partnerId, String period, String reason, Instant since, Instant tryAt) {

        static BlockedView of(BlockedInvoice blocked) {
            return new BlockedView(
                    blocked.statementId().value(),
                    blocked.partnerId().value(),
                    blocked.period().toString(),
                    blocked.reason(),
                    blocked.since(),
                    blocked.tryAt());
        }
    }
}
