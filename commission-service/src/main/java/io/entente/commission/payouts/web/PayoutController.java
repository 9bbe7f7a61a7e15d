package io.entente.commission.payouts.web;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.SettlePayout;
import io.entente.commission.payouts.lists.PayoutFilter;
import io.entente.commission.payouts.lists.PayoutList;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.lists.SortedBy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payouts}: read payouts and report their outcomes. */
@RestController
@RequestMapping("/api/payouts")
class PayoutController {

    private final Payouts payouts;
    private final PayoutList list;
    private final PayoutParameters parameters;
    private final SettlePayout settle;
    private final PayoutBatches batches;
    private final OutcomeDates dates;

    PayoutController(
            Payouts payouts,
            PayoutList list,
            PayoutParameters parameters,
            SettlePayout settle,
            PayoutBatches batches,
            OutcomeDates dates) {
        this.payouts = payouts;
        this.list = list;
        this.parameters = parameters;
        this.settle = settle;
        this.batches = batches;
        this.dates = dates;
    }

    /** Returns a payout. */
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @AuditedRead
    @GetMapping("/{id}")
    PayoutView get(@PathVariable String id, Tenant tenant) {
        return payouts.find(new PayoutId(id))
                .filter(found -> tenant.covers(found.partnerId().value()))
                .filter(found -> !tenant.byPartner() || Payout.TOLD.contains(found.state()))
                .map(PayoutView::of)
                .orElseThrow(() -> new NotFoundException("payout", id));
    }

    /**
     * Lists payouts. A partner gets its own, from the approval of their batch on.
     *
     * @param q words of the partner's name or id, of the end-to-end id, or of the payout's or batch's id
     * @param state only payouts in one of these states
     * @param currency only payouts in this currency
     * @param plannedFrom only payouts that were planned on this day or later
     * @param plannedTo only payouts that were planned on this day or earlier
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.FINANCE},
            scopes = Scope.COMMISSION_READ)
    @AuditedRead
    @GetMapping
    Page<PayoutView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Payout.State> state,
            Tenant tenant,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable LocalDate plannedFrom,
            @RequestParam(required = false) @Nullable LocalDate plannedTo,
            PageRequest page,
            @SortedBy({PayoutFilter.PLANNED, PayoutFilter.AMOUNT}) SortOrder sort) {
        return parameters
                .filter(q, state, currency, plannedFrom, plannedTo, tenant, sort)
                .map(filter -> list.page(filter, page).map(PayoutView::of))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /**
     * Records what the bank reported about a payout. Repeating the same outcome changes nothing; a different outcome is
     * refused with 409. A value date in the future, before the payout was planned, or before the program's start is refused.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/outcome")
    PayoutView outcome(@PathVariable String id, @RequestBody OutcomeRequest request, IfMatch ifMatch, Actor actor) {
        String by = actor.value();
        Payout reported = existing(id);
        ifMatch.check(reported.version());
        request.requireComplete();
        if (request.on() != null) {
            dates.problem(reported, request.on()).ifPresent(problem -> {
                throw InvalidInputException.unprocessable(new FieldError("on", problem));
            });
        }
        String reason = request.reason() == null ? "" : request.reason();
        LocalDate on = request.on() == null ? LocalDate.EPOCH : request.on();
        if (request.outcome() == Reported.RECONCILE_REQUIRED) {
            return PayoutView.of(doubt(id, reason));
        }
        PayoutOutcome outcome =
                switch (request.outcome()) {
                    case PAID -> PayoutOutcome.paid(on, by);
                    case RETURNED -> PayoutOutcome.returned(on, reason, by);
                    case FAILED, RECONCILE_REQUIRED -> PayoutOutcome.failed(reason, by);
                };
        return PayoutView.of(ConflictException.unlessAllowed(settle.report(new PayoutId(id), outcome)));
    }

    /** Takes a payout out of its batch while the batch waits for approval. The amount is payable again. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/{id}/take-out")
    PayoutView takeOut(@PathVariable String id, @RequestBody TakeOutRequest request, IfMatch ifMatch, Actor actor) {
        Payout payout = existing(id);
        ifMatch.check(payout.version());
        PayoutBatch batch = batches.find(payout.batchId()).orElseThrow();
        return PayoutView.of(ConflictException.unlessAllowed(
                settle.takeOut(batch, payout.id(), request.reason().strip(), actor.value())));
    }

    private Payout doubt(String id, String reason) {
        return OptimisticRetry.retryOnConflict(() -> {
            Loaded<Payout> before =
                    payouts.load(new PayoutId(id)).orElseThrow(() -> new NotFoundException("payout", id));
            Payout after = ConflictException.unlessAllowed(before.state().doubt(reason));
            if (after.version() != before.state().version()) {
                payouts.update(before, new Change<>(after, List.of()));
            }
            return after;
        });
    }

    private Payout existing(String id) {
        return payouts.find(new PayoutId(id)).orElseThrow(() -> new NotFoundException("payout", id));
    }

    /** The body of {@code …/take-out}. */
    record TakeOutRequest(@NotBlank @Size(max = 500) String reason) {}

    /** The outcomes that can be reported. */
    enum Reported {
        PAID,
        FAILED,
        RETURNED,
        RECONCILE_REQUIRED
    }

    /**
     * The body of {@code …/outcome}.
     *
     * @param on the value date; required for PAID and RETURNED
     * @param reason a text for the partner; required for every outcome except PAID
     */
    record OutcomeRequest(
            @NotNull Reported outcome,
            @Nullable @CalendarDay LocalDate on,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        /** @throws InvalidInputException if a field is absent that this outcome requires */
        void requireComplete() {
            List<FieldError> missing = new ArrayList<>();
            if (on == null && (outcome == Reported.PAID || outcome == Reported.RETURNED)) {
                missing.add(new FieldError("on", "is required for this outcome"));
            }
            if (reason == null && outcome != Reported.PAID) {
                missing.add(new FieldError("reason", "is required for this outcome"));
            }
            if (!missing.isEmpty()) {
                throw InvalidInputException.malformed(missing);
            }
        }
    }
}
