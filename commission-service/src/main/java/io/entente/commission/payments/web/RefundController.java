package io.entente.commission.payments.web;

import static io.entente.commission.payments.web.FactAnswers.NAME;
import static io.entente.commission.payments.web.FactAnswers.NAME_MESSAGE;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealFacts;
import io.entente.commission.deals.DealFacts.Search;
import io.entente.commission.deals.ListedFact;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.payments.ReportPayments;
import io.entente.commission.payments.ReportPayments.Fields;
import io.entente.commission.payments.web.FactAnswers.Status;
import io.entente.commission.payments.web.FactAnswers.UnmatchedView;
import io.entente.commission.payments.web.FactAnswers.VoidRequest;
import io.entente.commission.payments.web.FactAnswers.VoidedView;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.keys.UsedKeys;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/refunds}: what was refunded to clients, and credit notes that lower a deal. The caller names each report.
 * Repeating a report returns the same answer, and using its name with another body is rejected.
 */
@RestController
@RequestMapping("/api/refunds")
class RefundController {

    private static final String PATH = "/api/refunds/";
    private static final Fields FIELDS = new Fields("refundId", "on");

    private final ReportPayments reporting;
    private final DealFacts facts;
    private final PartnerNames names;
    private final UsedKeys keys;

    RefundController(ReportPayments reporting, DealFacts facts, PartnerNames names, UsedKeys keys) {
        this.reporting = reporting;
        this.facts = facts;
        this.names = names;
        this.keys = keys;
    }

    /**
     * Reports a refund to a client, or a credit note. Commission is taken back in proportion to the money that the firm
     * no longer keeps. A refund is at most what the client has paid so far. A credit note lowers the amount of the deal
     * and moves no money. Repeating the report changes nothing, with or without an Idempotency-Key. Repeating a report that was voided is
     * refused with 409.
     */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @PostMapping
    ResponseEntity<RefundView> refunded(@RequestBody RefundRequest request, IdempotencyKey key, Actor actor) {
        return keys.once(key, "refunds", request, () -> report(request, actor));
    }

    private ResponseEntity<RefundView> report(RefundRequest request, Actor actor) {
        boolean creditNote = Boolean.TRUE.equals(request.creditNote());
        Kind kind = creditNote ? Kind.CREDIT_NOTE : Kind.REFUND;
        DealFact fact = new DealFact(
                kind,
                request.refundId(),
                request.dealId(),
                FactAnswers.positive(request.amount()),
                request.on(),
                request.reason() == null
                        ? DealFact.usual(kind).words()
                        : request.reason().strip(),
                actor.value());
        boolean isNew = FactAnswers.recorded(reporting.report(fact, FIELDS)).isNew();
        ListedFact listed = listed(fact.id());
        if (isNew) {
            return Created.first(PATH + fact.id(), RefundView.of(listed));
        }
        FactAnswers.requireCounting(listed, creditNote ? "Credit note" : "Refund");
        return Created.replayed(PATH + fact.id(), RefundView.of(listed));
    }

    /** Returns a refund or a credit note. */
    @AllowedTo(
            roles = Role.FINANCE,
            scopes = {Scope.COMMISSION_READ, Scope.COMMISSION_WRITE})
    @GetMapping("/{id}")
    RefundView get(@PathVariable String id) {
        return existing(id);
    }

    /**
     * Lists refunds and credit notes by day. Unmatched ones are listed in the order in which they were reported.
     * {@code partnerId} selects those of deals with which this partner is credited.
     *
     * @param q words of the refund's id, the deal's id, the client's domain, or the partner's name
     * @param dealId only refunds for this deal; the id is compared exactly
     * @param from only refunds from this day on
     * @param to only refunds up to this day
     * @param unmatched only refunds that apply to no deal, because the deal is unknown or has another currency
     */
    @AllowedTo(
            roles = Role.FINANCE,
            scopes = {Scope.COMMISSION_READ, Scope.COMMISSION_WRITE})
    @GetMapping
    Page<RefundView> list(
            @RequestParam(required = false) @Nullable String q,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String dealId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean unmatched,
            PageRequest page) {
        return facts.list(FactAnswers.search(Kind.REFUND, q, dealId, from, to, unmatched, tenant, names), page)
                .map(RefundView::of);
    }

    /**
     * Exports the list as CSV, with the same filters.
     *
     * @param q words of the refund's id, the deal's id, the client's domain, or the partner's name
     * @param dealId only refunds for this deal; the id is compared exactly
     * @param from only refunds from this day on
     * @param to only refunds up to this day
     * @param unmatched only refunds that apply to no deal, because the deal is unknown or has another currency
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @AllowedTo(
            roles = Role.FINANCE,
            scopes = {Scope.COMMISSION_READ, Scope.COMMISSION_WRITE})
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String dealId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean unmatched,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Search search = FactAnswers.search(Kind.REFUND, q, dealId, from, to, unmatched, tenant, names);
        Download.csv("refunds.csv").withByteOrderMark(bom).writeTo(response, out -> FactsCsv.write(facts, search, out));
    }

    /**
     * Voids a refund or a credit note that was entered wrongly. It then counts as if it had never been reported, and
     * the commission that it took back is given back. Repeating the request changes nothing.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/void")
    RefundView voidRefund(@PathVariable String id, @RequestBody VoidRequest request, Actor actor) {
        FactAnswers.recorded(reporting
                .voidReport(Kind.REFUND, id, request.reason().strip(), actor.value())
                .orElseThrow(() -> new NotFoundException("refund", id)));
        return existing(id);
    }

    private RefundView existing(String id) {
        return RefundView.of(listed(id));
    }

    private ListedFact listed(String id) {
        return facts.find(Kind.REFUND, id).orElseThrow(() -> new NotFoundException("refund", id));
    }

    /**
     * The body of {@code POST /api/refunds}.
     *
     * @param creditNote true if the amount of the deal is lowered and no money is paid back; false if absent
     */
    record RefundRequest(
            @NotBlank @Pattern(regexp = NAME, message = NAME_MESSAGE) String refundId,
            @NotBlank @Size(max = 128) String dealId,
            @NotNull @Valid MoneyJson amount,
            @NotNull @CalendarDay LocalDate on,
            @Nullable @Size(min = 1, max = 2000) String reason,
            @Nullable Boolean creditNote) {}

    /**
     * A recorded refund or credit note.
     *
     * @param voided absent if it counts
     * @param unmatched absent if it applies to a deal
     */
    record RefundView(
            String refundId,
            String dealId,
            MoneyJson amount,
            LocalDate on,
            String reason,
            boolean creditNote,
            Status status,
            @Nullable VoidedView voided,
            @Nullable UnmatchedView unmatched) {

        static RefundView of(ListedFact listed) {
            DealFact fact = listed.fact();
            return new RefundView(
                    fact.id(),
                    fact.dealId(),
                    MoneyJson.of(fact.amount()),
                    fact.on(),
                    fact.reason(),
                    fact.kind() == Kind.CREDIT_NOTE,
                    listed.voided() == null ? Status.RECORDED : Status.VOIDED,
                    VoidedView.of(listed.voided()),
                    UnmatchedView.of(listed.unmatched()));
        }
    }
}
