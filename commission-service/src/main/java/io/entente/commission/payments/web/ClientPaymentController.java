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
 * {@code /api/client-payments}: what clients paid. The caller names each report. Repeating a report returns the same
 * answer, and using its name with another body is rejected. An unknown deal is no error, because the accounting may
 * report before the deal's event arrives. The payment is then listed as unmatched until its deal arrives.
 */
@RestController
@RequestMapping("/api/client-payments")
class ClientPaymentController {

    private static final String PATH = "/api/client-payments/";
    private static final Fields FIELDS = new Fields("paymentId", "paidOn");

    private final ReportPayments reporting;
    private final DealFacts facts;
    private final PartnerNames names;
    private final UsedKeys keys;

    ClientPaymentController(ReportPayments reporting, DealFacts facts, PartnerNames names, UsedKeys keys) {
        this.reporting = reporting;
        this.facts = facts;
        this.names = names;
        this.keys = keys;
    }

    /**
     * Reports a payment of a client. Commission that is earned on payment is released in proportion to the money that
     * the firm keeps. A payment for a deal that is not known yet is kept until the deal arrives. Repeating the report
     * changes nothing, with or without an Idempotency-Key. Repeating a report that was voided is refused with 409.
     */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_WRITE)
    @PostMapping
    ResponseEntity<PaymentView> paid(@RequestBody PaymentRequest request, IdempotencyKey key, Actor actor) {
        return keys.once(key, "client-payments", request, () -> report(request, actor));
    }

    private ResponseEntity<PaymentView> report(PaymentRequest request, Actor actor) {
        DealFact fact = new DealFact(
                Kind.PAYMENT,
                request.paymentId(),
                request.dealId(),
                FactAnswers.positive(request.amount()),
                request.paidOn(),
                DealFact.usual(Kind.PAYMENT).words(),
                actor.value());
        boolean isNew = FactAnswers.recorded(reporting.report(fact, FIELDS)).isNew();
        ListedFact listed = listed(fact.id());
        if (isNew) {
            return Created.first(PATH + fact.id(), PaymentView.of(listed));
        }
        FactAnswers.requireCounting(listed, "Payment");
        return Created.replayed(PATH + fact.id(), PaymentView.of(listed));
    }

    /** Returns a client payment. */
    @AllowedTo(
            roles = Role.FINANCE,
            scopes = {Scope.COMMISSION_READ, Scope.COMMISSION_WRITE})
    @GetMapping("/{id}")
    PaymentView get(@PathVariable String id) {
        return existing(id);
    }

    /**
     * Lists client payments by day. Unmatched ones are listed in the order in which they were reported.
     * {@code partnerId} selects those of deals with which this partner is credited.
     *
     * @param q words of the payment's id, the deal's id, the client's domain, or the partner's name
     * @param dealId only payments for this deal; the id is compared exactly
     * @param from only payments from this day on
     * @param to only payments up to this day
     * @param unmatched only payments that apply to no deal, because the deal is unknown or has another currency
     */
    @AllowedTo(
            roles = Role.FINANCE,
            scopes = {Scope.COMMISSION_READ, Scope.COMMISSION_WRITE})
    @GetMapping
    Page<PaymentView> list(
            @RequestParam(required = false) @Nullable String q,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String dealId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean unmatched,
            PageRequest page) {
        return facts.list(FactAnswers.search(Kind.PAYMENT, q, dealId, from, to, unmatched, tenant, names), page)
                .map(PaymentView::of);
    }

    /**
     * Exports the list as CSV, with the same filters.
     *
     * @param q words of the payment's id, the deal's id, the client's domain, or the partner's name
     * @param dealId only payments for this deal; the id is compared exactly
     * @param from only payments from this day on
     * @param to only payments up to this day
     * @param unmatched only payments that apply to no deal, because the deal is unknown or has another currency
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
        Search search = FactAnswers.search(Kind.PAYMENT, q, dealId, from, to, unmatched, tenant, names);
        Download.csv("client-payments.csv")
                .withByteOrderMark(bom)
                .writeTo(response, out -> FactsCsv.write(facts, search, out));
    }

    /**
     * Voids a payment that was entered wrongly. It then counts as if it had never been reported, and what it released
     * is taken back. If this would leave refunds above payments, it is refused with 409, which names the refunds.
     * Repeating the request changes nothing.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/void")
    PaymentView voidPayment(@PathVariable String id, @RequestBody VoidRequest request, Actor actor) {
        FactAnswers.recorded(reporting
                .voidReport(Kind.PAYMENT, id, request.reason().strip(), actor.value())
                .orElseThrow(() -> new NotFoundException("payment", id)));
        return existing(id);
    }

    private PaymentView existing(String id) {
        return PaymentView.of(listed(id));
    }

    private ListedFact listed(String id) {
        return facts.find(Kind.PAYMENT, id).orElseThrow(() -> new NotFoundException("payment", id));
    }

    /** The body of {@code POST /api/client-payments}. */
    record PaymentRequest(
            @NotBlank @Pattern(regexp = NAME, message = NAME_MESSAGE) String paymentId,
            @NotBlank @Size(max = 128) String dealId,
            @NotNull @Valid MoneyJson amount,
            @NotNull @CalendarDay LocalDate paidOn) {}

    /**
     * A recorded payment.
     *
     * @param voided absent if the payment counts
     * @param unmatched absent if the payment applies to a deal
     */
    record PaymentView(
            String paymentId,
            String dealId,
            MoneyJson amount,
            LocalDate paidOn,
            Status status,
            @Nullable VoidedView voided,
            @Nullable UnmatchedView unmatched) {

        static PaymentView of(ListedFact listed) {
            DealFact fact = listed.fact();
            return new PaymentView(
                    fact.id(),
                    fact.dealId(),
                    MoneyJson.of(fact.amount()),
                    fact.on(),
                    listed.voided() == null ? Status.RECORDED : Status.VOIDED,
                    VoidedView.of(listed.voided()),
                    UnmatchedView.of(listed.unmatched()));
        }
    }
}
