package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.adjustments.AdjustCommission;
import io.entente.commission.commissions.adjustments.AdjustmentRequest;
import io.entente.commission.commissions.adjustments.AdjustmentRequest.Status;
import io.entente.commission.commissions.adjustments.AdjustmentRequests;
import io.entente.commission.commissions.release.HoldCommission;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.keys.UsedKeys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/commissions/{id}/…}: hold, release and adjust a commission. The person who gives the command is recorded with
 * it.
 */
@RestController
@RequestMapping("/api/commissions/{id}")
class CommissionLifeController {

    private final HoldCommission holding;
    private final AdjustCommission adjusting;
    private final AdjustmentRequests requests;
    private final UsedKeys keys;

    CommissionLifeController(
            HoldCommission holding, AdjustCommission adjusting, AdjustmentRequests requests, UsedKeys keys) {
        this.holding = holding;
        this.adjusting = adjusting;
        this.requests = requests;
        this.keys = keys;
    }

    /**
     * Puts a commission on hold. It is not paid until it is released. The reason goes on record. What a payout has taken already stays in
     * it: the review of its batch shows the hold, and the payout can be taken out until the batch is approved.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/hold")
    StandingView hold(@PathVariable String id, @RequestBody Because because, IfMatch ifMatch, Actor actor) {
        return StandingView.of(known(
                holding.hold(
                        new CommissionId(id),
                        because.reason().strip(),
                        actor.value(),
                        now -> ifMatch.check(now.revision())),
                "commission",
                id));
    }

    /**
     * Lifts the hold that finance put on a commission. The reason goes on record. If only a suspected self-referral or a missing consent
     * holds it, the response is 409 and says who lifts that hold.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/release")
    StandingView release(@PathVariable String id, @RequestBody Because because, IfMatch ifMatch, Actor actor) {
        return StandingView.of(known(
                holding.lift(
                        new CommissionId(id),
                        because.reason().strip(),
                        actor.value(),
                        now -> ifMatch.check(now.revision())),
                "commission",
                id));
    }

    /**
     * Adjusts a commission by an amount. An adjustment above the amount that the policy sets waits for the approval of
     * a second person. Repeating the request with the same name changes nothing and returns the adjustment as it
     * stands. Repeating it with the same Idempotency-Key returns the first answer.
     */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/adjustments")
    ResponseEntity<AdjustmentView> adjust(
            @PathVariable String id, @RequestBody AdjustmentBody body, IdempotencyKey key, Actor actor) {
        return keys.once(key, "commissions/" + id + "/adjustments", body, () -> adjusted(id, body, actor));
    }

    private ResponseEntity<AdjustmentView> adjusted(String id, AdjustmentBody body, Actor actor) {
        String by = actor.value();
        Money amount = body.amount().toMoney();
        if (amount.isZero()) {
            throw InvalidInputException.unprocessable(new FieldError("amount.amount", "must not be zero"));
        }
        CommissionId commission = new CommissionId(id);
        boolean known = requests.find(commission, body.adjustmentId()).isPresent();
        AdjustmentRequest recorded = known(
                adjusting.request(
                        commission, body.adjustmentId(), amount, body.reason().strip(), by),
                "commission",
                id);
        if (!recorded.amount().isEqual(amount)
                || !recorded.reason().equals(body.reason().strip())) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "adjustmentId", "was used before with another body; a new request needs a new name"));
        }
        String location = "/api/commissions/" + id + "/adjustments/" + body.adjustmentId();
        AdjustmentView view = AdjustmentView.of(recorded);
        return known ? Created.replayed(location, view) : Created.first(location, view);
    }

    /** Lists the adjustments of a commission. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE})
    @GetMapping("/adjustments")
    Page<AdjustmentView> list(@PathVariable String id, PageRequest page) {
        return requests.list(new CommissionId(id), page).map(AdjustmentView::of);
    }

    /** Returns an adjustment. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE})
    @GetMapping("/adjustments/{adjustment}")
    AdjustmentView get(@PathVariable String id, @PathVariable String adjustment) {
        return requests.find(new CommissionId(id), adjustment)
                .map(AdjustmentView::of)
                .orElseThrow(() -> new NotFoundException("adjustment", adjustment));
    }

    /** Approves an adjustment. The person who approves must not be the one who asked for it. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/adjustments/{adjustment}/approve")
    AdjustmentView approve(@PathVariable String id, @PathVariable String adjustment, IfMatch ifMatch, Actor actor) {
        return decide(id, adjustment, Status.APPROVED, ifMatch, actor);
    }

    /** Declines an adjustment that waits for approval. */
    @AllowedTo(roles = Role.FINANCE)
    @PostMapping("/adjustments/{adjustment}/decline")
    AdjustmentView decline(@PathVariable String id, @PathVariable String adjustment, IfMatch ifMatch, Actor actor) {
        return decide(id, adjustment, Status.DECLINED, ifMatch, actor);
    }

    private AdjustmentView decide(String id, String adjustment, Status decision, IfMatch ifMatch, Actor actor) {
        return AdjustmentView.of(known(
                adjusting.decide(
                        new CommissionId(id), adjustment, decision, actor.value(), now -> ifMatch.check(now.version())),
                "adjustment",
                adjustment));
    }

    private static <T> T known(Optional<Decision<T>> decision, String what, String id) {
        return ConflictException.unlessAllowed(decision.orElseThrow(() -> new NotFoundException(what, id)));
    }

    /** The reason for a command. */
    record Because(@NotBlank @Size(max = 2000) String reason) {}

    /** The body of {@code POST …/adjustments}. The amount may be below zero. */
    record AdjustmentBody(
            @NotBlank
                    @Pattern(
                            regexp = "[A-Za-z0-9._:-]{1,128}",
                            message = "must be 1 to 128 letters, digits, dots, colons, dashes or underscores")
                    String adjustmentId,
            @NotNull @Valid MoneyJson amount,
            @NotBlank @Size(max = 2000) String reason) {}

    /** The state of a commission after a command. */
    record StandingView(String id, CommissionStatus status, MoneyJson net, List<Hold> holds, long version) {
        static StandingView of(Commission commission) {
            return new StandingView(
                    commission.id().value(),
                    commission.status(),
                    MoneyJson.of(commission.net()),
                    commission.holds(),
                    commission.revision());
        }
    }

    /** A requested adjustment. */
    record AdjustmentView(
            String adjustmentId,
            String commissionId,
            MoneyJson amount,
            String reason,
            Status status,
            String requestedBy,
            @Nullable String decidedBy,
            Instant requestedAt,
            long version) {
        static AdjustmentView of(AdjustmentRequest request) {
            return new AdjustmentView(
                    request.id(),
                    request.commission().value(),
                    MoneyJson.of(request.amount()),
                    request.reason(),
                    request.status(),
                    request.requestedBy(),
                    request.decidedBy(),
                    request.requestedAt(),
                    request.version());
        }
    }
}
