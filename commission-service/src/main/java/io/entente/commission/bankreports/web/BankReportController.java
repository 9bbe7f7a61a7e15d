package io.entente.commission.bankreports.web;

import io.entente.commission.bankreports.ApplyReports;
import io.entente.commission.bankreports.BankReport;
import io.entente.commission.bankreports.BankReports;
import io.entente.commission.bankreports.ItemResult;
import io.entente.commission.bankreports.ReceiveReport;
import io.entente.commission.bankreports.ReceiveReport.Received;
import io.entente.commission.bankreports.ReportFile;
import io.entente.commission.bankreports.ReportFile.Kind;
import io.entente.commission.bankreports.UnreadableReportException;
import io.entente.commission.bankreports.iso20022.ReportReader;
import io.entente.commission.bankreports.lists.ReportFilter;
import io.entente.commission.bankreports.lists.ReportList;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.runtime.schedule.Sweep;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.BodyTooLargeException;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/bank-reports}: reports of banks about payouts, and what did not fit. */
@RestController
@RequestMapping("/api/bank-reports")
class BankReportController {

    private static final Logger LOG = LoggerFactory.getLogger(BankReportController.class);

    private final ReceiveReport receive;
    private final ApplyReports apply;
    private final BankReports reports;
    private final ReportList list;
    private final ReportParameters parameters;
    private final Sweep sweep;
    private final UsedKeys keys;
    private final ZoneId zone;
    private final long maxBytes;

    /**
     * Creates the controller.
     *
     * @param zone of the program, in which a date-time of a report becomes a day
     * @param maxSize of a report, {@code entente.commission.bank-report-max-size}
     */
    BankReportController(
            ReceiveReport receive,
            ApplyReports apply,
            BankReports reports,
            ReportList list,
            ReportParameters parameters,
            @Qualifier("bankReportSweep") Sweep sweep,
            UsedKeys keys,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            @Value("${entente.commission.bank-report-max-size:10MB}") DataSize maxSize) {
        this.receive = receive;
        this.apply = apply;
        this.reports = reports;
        this.list = list;
        this.parameters = parameters;
        this.sweep = sweep;
        this.keys = keys;
        this.zone = zone;
        this.maxBytes = maxSize.toBytes();
    }

    /**
     * Receives a report of a bank.
     *
     * <p>The report is an ISO 20022 message, pain.002 or camt.054, as XML. The outcomes of payouts are set in the background, by
     * end-to-end id; what doesn't fit waits for a person. Sending a report again changes nothing, with or without an Idempotency-Key.
     */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "The file of the bank",
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">…</Document>")))
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @PostMapping
    ResponseEntity<BankReportView> receive(HttpServletRequest request, IdempotencyKey key, Actor actor)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes((int) maxBytes + 1);
        if (body.length > maxBytes) {
            throw new BodyTooLargeException(maxBytes);
        }
        String content = DerivedId.sha256(HexFormat.of().formatHex(body));
        return keys.once(key, "bank-reports", content, () -> received(body, actor));
    }

    private ResponseEntity<BankReportView> received(byte[] body, Actor actor) {
        Received received = receive.receive(read(body), actor.value())
                .orElseThrow(why -> InvalidInputException.unprocessable(new FieldError("GrpHdr.MsgId", why)));
        BankReport report = received.report();
        LOG.info("Report {} with {} items was received from {}", report.id(), report.items(), actor);
        sweep.runSoon();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.accepted().location(URI.create("/api/bank-reports/" + report.id()));
        return (received.isNew() ? answer : answer.header(IdempotencyKey.REPLAYED, "true"))
                .body(BankReportView.of(report));
    }

    /** Returns a report with its progress. */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @GetMapping("/{id}")
    BankReportView get(@PathVariable String id) {
        return BankReportView.of(existing(id));
    }

    /**
     * Lists reports in the order in which they were received.
     *
     * @param q words of the report's or the message's id, or of the sender
     * @param kind only reports of this kind
     * @param status only reports with this status
     * @param open true for reports of which something waits for a person, false for the others
     * @param from only reports that were received on this day or later
     * @param to only reports that were received on this day or earlier
     */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @GetMapping
    Page<BankReportView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) BankReport.@Nullable Status status,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            @SortedBy(ReportFilter.RECEIVED) SortOrder sort) {
        return list.page(parameters.filter(q, kind, status, open, from, to, sort), page)
                .map(BankReportView::of);
    }

    /**
     * Lists the items of a report in its order.
     *
     * @param result only items with this result
     */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @AuditedRead
    @GetMapping("/{id}/items")
    Page<ReportItemView> items(
            @PathVariable String id, @RequestParam(required = false) @Nullable ItemResult result, PageRequest page) {
        return reports.items(existing(id).id(), result, page).map(ReportItemView::of);
    }

    /**
     * Exports the items of a report as CSV.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @GetMapping("/{id}/export")
    void export(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        BankReport report = existing(id);
        write(response, bom, report.id() + ".csv", csv -> reports.forEachItem(report.id(), csv::add));
    }

    /**
     * Lists the items of all reports that wait for a person, each with the reason.
     *
     * @param result only items with this result
     * @param reference only items with this end-to-end id; it is compared exactly
     */
    @AllowedTo(roles = Role.FINANCE)
    @AuditedRead
    @GetMapping("/unmatched")
    Page<ReportItemView> unmatched(
            @RequestParam(required = false) @Nullable ItemResult result,
            @RequestParam(required = false) @Nullable String reference,
            PageRequest page) {
        return reports.open(result, reference, page).map(ReportItemView::of);
    }

    /**
     * Exports the items of all reports that wait for a person as CSV, with the same filters.
     *
     * @param result only items with this result
     * @param reference only items with this end-to-end id; it is compared exactly
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(roles = Role.FINANCE)
    @GetMapping("/unmatched/export")
    void exportUnmatched(
            @RequestParam(required = false) @Nullable ItemResult result,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        write(
                response,
                bom,
                "unmatched-bank-report-items.csv",
                csv -> AllPages.read(page -> reports.open(result, reference, page), csv::add));
    }

    /** Matches the open items of a report once more, for example after a payout was reported as paid by hand. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/apply")
    BankReportView applyAgain(@PathVariable String id, Actor actor) {
        BankReport report = existing(id);
        LOG.info("Report {} is applied again by {}", id, actor);
        return BankReportView.of(ConflictException.unlessAllowed(apply.again(report.id())));
    }

    /** Notes what a person found out about an open item. The item leaves the list; the payout stays as it is. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/items/{number}/resolve")
    ReportItemView resolve(
            @PathVariable String id,
            @PathVariable int number,
            @RequestBody ResolveReportItemRequest request,
            Actor actor) {
        return ReportItemView.of(ConflictException.unlessAllowed(
                apply.resolve(id, number, request.note().strip(), actor.value())
                        .orElseThrow(() -> new NotFoundException("bank report item", id + "/" + number))));
    }

    /**
     * Notes the same about all open items of a report with one result. They leave the list; the payouts stay as they are. This is
     * for payments of others that look like payouts, for example. 409 if the report is still being applied.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/resolve")
    BankReportView resolveAll(@PathVariable String id, @RequestBody ResolveReportItemsRequest request, Actor actor) {
        return BankReportView.of(ConflictException.unlessAllowed(apply.resolveAll(
                existing(id).id(), request.result(), request.note().strip(), actor.value())));
    }

    private ReportFile read(byte[] body) {
        try {
            return ReportReader.read(new ByteArrayInputStream(body), zone);
        } catch (UnreadableReportException e) {
            throw InvalidInputException.malformed(List.of(new FieldError("body", String.valueOf(e.getMessage()))));
        }
    }

    private static void write(HttpServletResponse response, boolean bom, String name, Consumer<ReportItemCsv> content)
            throws IOException {
        Download.csv(name).withByteOrderMark(bom).unstored().writeTo(response, out -> {
            ReportItemCsv csv = new ReportItemCsv(out);
            content.accept(csv);
            csv.flush();
        });
    }

    private BankReport existing(String id) {
        return reports.find(id).orElseThrow(() -> new NotFoundException("bank report", id));
    }

    /**
     * The body of {@code /{id}/resolve}.
     *
     * @param result of the items that are meant
     * @param note what was found
     */
    record ResolveReportItemsRequest(@NotNull ItemResult result, @NotBlank @Size(max = 1000) String note) {}

    /** The body of {@code …/items/{number}/resolve}. */
    record ResolveReportItemRequest(@NotBlank @Size(max = 1000) String note) {}
}
