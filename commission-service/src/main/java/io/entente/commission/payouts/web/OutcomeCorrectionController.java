package io.entente.commission.payouts.web;

import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.lists.CorrectionFilter;
import io.entente.commission.payouts.lists.CorrectionList;
import io.entente.commission.payouts.outcomes.CorrectOutcome;
import io.entente.commission.payouts.outcomes.OutcomeDates;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payouts/{id}/outcome-corrections}: corrects an outcome that was reported wrongly, with two people. */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api")
class OutcomeCorrectionController {

    private static final String PREFIX = "pcr";

    private final Payouts payouts;
    private final CorrectOutcome correct;
    private final OutcomeDates dates;
    private final IdGenerator ids;
    private final CorrectionList list;
    private final CorrectionParameters parameters;

    OutcomeCorrectionController(
            Payouts payouts,
            CorrectOutcome correct,
            OutcomeDates dates,
            IdGenerator ids,
            CorrectionList list,
            CorrectionParameters parameters) {
        this.list = list;
        this.parameters = parameters;
        this.payouts = payouts;
        this.correct = correct;
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Asks for a correction of the outcome on record. Nothing changes until another person confirms it. A payout that is PAID
     * can be corrected to FAILED or to another day, and one that is FAILED or RETURNED can be corrected to PAID. The request
     * is refused with 409 if another correction waits, if the outcome is the same, or if other payouts have taken the money since.
     */
    @PostMapping("/payouts/{id}/outcome-corrections")
    ResponseEntity<OutcomeCorrectionView> ask(
            @PathVariable String id,
            @RequestBody CorrectionRequest request,
            IdempotencyKey key,
            IfMatch ifMatch,
            Actor actor) {
        Payout payout = existing(id);
        PayoutOutcome to = outcome(payout, request, actor);
        String reason = request.reason().strip();
        String correctionId = repeated(payout, to, reason, key, actor)
                .orElseGet(() -> key.idFor(PREFIX, "payouts/" + id + "/outcome-corrections", ids));
        boolean isKnown = payout.corrections().find(correctionId).isPresent();
        Payout asked = ConflictException.unlessAllowed(
                correct.ask(payout.id(), correctionId, to, reason, actor.value(), now -> ifMatch.check(now.version())));
        OutcomeCorrection stored = correction(asked, correctionId);
        if (!stored.isSame(to, reason)) {
            throw IdempotencyKey.reused();
        }
        String location = "/api/payouts/" + id + "/outcome-corrections/" + correctionId;
        OutcomeCorrectionView view = OutcomeCorrectionView.of(asked, stored);
        return isKnown ? Created.replayed(location, view) : Created.first(location, view);
    }

    /** Lists all corrections of a payout's outcome, the earliest first, with who asked for them and who decided. */
    @GetMapping("/payouts/{id}/outcome-corrections")
    Page<OutcomeCorrectionView> list(@PathVariable String id, PageRequest page) {
        Payout payout = existing(id);
        List<OutcomeCorrection> all = payout.corrections().all();
        int from = page.after() == null ? 0 : all.indexOf(onPage(payout, page.after())) + 1;
        List<OutcomeCorrection> found = all.subList(from, Math.min(from + page.fetch(), all.size()));
        return Page.of(found, page, OutcomeCorrection::id)
                .map(correction -> OutcomeCorrectionView.of(payout, correction));
    }

    /** Returns a correction. */
    @GetMapping("/payouts/{id}/outcome-corrections/{correction}")
    OutcomeCorrectionView get(@PathVariable String id, @PathVariable String correction) {
        Payout payout = existing(id);
        return OutcomeCorrectionView.of(payout, correction(payout, correction));
    }

    /**
     * Lists the corrections of all payouts in the order in which they were asked for, the earliest first. Without a status, these are the
     * ones that wait for a second person. {@code partnerId} selects those of one partner.
     *
     * @param q words of the partner's name or id, of the end-to-end id, or of the correction's, payout's or batch's id
     * @param status only corrections with one of these; WAITING if it is absent
     * @param from only corrections that were asked for on this day or later
     * @param to only corrections that were asked for on this day or earlier
     */
    @GetMapping("/outcome-corrections")
    Page<OutcomeCorrectionView> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<OutcomeCorrection.Status> status,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Tenant tenant,
            PageRequest page,
            @SortedBy(CorrectionFilter.ASKED) SortOrder sort) {
        return list.page(parameters.filter(q, status, from, to, tenant, sort), page)
                .map(listed -> OutcomeCorrectionView.of(listed.payout(), listed.correction()));
    }

    /**
     * Confirms a correction and books it. The person who confirms must not be the one who asked for it. If the ledger can't
     * book it any more, the answer is 409, the outcome on record stays, and the correction waits.
     */
    @PostMapping("/payouts/{id}/outcome-corrections/{correction}/confirm")
    OutcomeCorrectionView confirm(
            @PathVariable String id, @PathVariable String correction, IfMatch ifMatch, Actor actor) {
        correction(existing(id), correction);
        Payout confirmed = ConflictException.unlessAllowed(
                correct.confirm(new PayoutId(id), correction, actor.value(), now -> ifMatch.check(now.version())));
        return OutcomeCorrectionView.of(confirmed, correction(confirmed, correction));
    }

    /** Declines a correction that waits. The person who asked for it can take it back in this way. */
    @PostMapping("/payouts/{id}/outcome-corrections/{correction}/decline")
    OutcomeCorrectionView decline(
            @PathVariable String id,
            @PathVariable String correction,
            @RequestBody DeclineCorrectionRequest request,
            IfMatch ifMatch,
            Actor actor) {
        correction(existing(id), correction);
        Payout declined = ConflictException.unlessAllowed(correct.decline(
                new PayoutId(id),
                correction,
                actor.value(),
                request.reason().strip(),
                now -> ifMatch.check(now.version())));
        return OutcomeCorrectionView.of(declined, correction(declined, correction));
    }

    private PayoutOutcome outcome(Payout payout, CorrectionRequest request, Actor actor) {
        if (request.outcome() == Corrected.FAILED) {
            if (request.on() != null) {
                throw InvalidInputException.malformed(
                        List.of(new FieldError("on", "must be absent, because nothing was paid")));
            }
            return PayoutOutcome.failed(request.reason().strip(), actor.value());
        }
        LocalDate on = request.on();
        if (on == null) {
            throw InvalidInputException.malformed(List.of(new FieldError("on", "is required for this outcome")));
        }
        dates.problemOfPayment(payout, on).ifPresent(problem -> {
            throw InvalidInputException.unprocessable(new FieldError("on", problem));
        });
        return PayoutOutcome.paid(on, actor.value());
    }

    /** The id of the waiting correction if the same person asks for the same again without a key. */
    private static Optional<String> repeated(
            Payout payout, PayoutOutcome to, String reason, IdempotencyKey key, Actor actor) {
        return payout.corrections()
                .waiting()
                .filter(waiting -> !key.isPresent()
                        && waiting.isSame(to, reason)
                        && Actor.isSamePerson(waiting.askedBy(), actor.value()))
                .map(OutcomeCorrection::id);
    }

    private static OutcomeCorrection onPage(Payout payout, String cursor) {
        return payout.corrections()
                .find(cursor)
                .orElseThrow(() -> InvalidInputException.malformed(
                        List.of(new FieldError("cursor", "must be the value of next from the previous page"))));
    }

    private static OutcomeCorrection correction(Payout payout, String id) {
        return payout.corrections().find(id).orElseThrow(() -> new NotFoundException("outcome correction", id));
    }

    private Payout existing(String id) {
        return payouts.find(new PayoutId(id)).orElseThrow(() -> new NotFoundException("payout", id));
    }

    /** The outcomes that a correction can lead to. */
    enum Corrected {
        PAID,
        FAILED
    }

    /**
     * The body of {@code POST …/outcome-corrections}.
     *
     * @param on the value date; required for PAID, absent for FAILED
     * @param reason why the outcome on record is wrong; the partner reads it if the payout failed
     */
    record CorrectionRequest(
            @NotNull Corrected outcome,
            @Nullable @CalendarDay LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    /** The body of {@code …/decline}. */
    record DeclineCorrectionRequest(@NotBlank @Size(max = 1000) String reason) {}
}
