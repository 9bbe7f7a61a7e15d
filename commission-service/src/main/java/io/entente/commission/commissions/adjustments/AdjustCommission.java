package io.entente.commission.commissions.adjustments;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.adjustments.AdjustmentRequest.Status;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.OptimisticRetry;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.Money;

/**
 * Adjusts a commission because a person asked for it. The request is recorded before anything is booked. It is
 * booked at once if it needs no second person, and otherwise after the approval. A second person is needed if the
 * partner's adjustments of the last {@link AdjustmentPolicy#WINDOW} add up to more than the policy permits. If the process crashes before
 * booking, repeating the command completes it.
 */
public final class AdjustCommission {

    private final Commissions commissions;
    private final AdjustmentRequests requests;
    private final AdjustmentPolicy policy;
    private final CorrectCommission correct;
    private final ProgramCalendar calendar;

    public AdjustCommission(
            Commissions commissions,
            AdjustmentRequests requests,
            AdjustmentPolicy policy,
            CorrectCommission correct,
            ProgramCalendar calendar) {
        this.commissions = commissions;
        this.requests = requests;
        this.policy = policy;
        this.correct = correct;
        this.calendar = calendar;
    }

    /**
     * Requests an adjustment.
     *
     * @return the recorded request, which is an earlier one with other content if the name was used before; empty if
     * there is no such commission
     */
    public Optional<Decision<AdjustmentRequest>> request(
            CommissionId id, String name, Money amount, String reason, String by) {
        Optional<Commission> commission = commissions.standing(id);
        if (commission.isEmpty()) {
            return Optional.empty();
        }
        AdjustmentRequest wished = new AdjustmentRequest(
                id,
                commission.get().partnerId(),
                name,
                amount,
                reason,
                by,
                calendar.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                Status.WAITING,
                null,
                1);
        if (requests.find(id, name).isEmpty()
                && wished.correction().on(commission.get(), calendar.today()) instanceof Decision.Rejected<?> refused) {
            return Optional.of(Decision.rejected(refused.reason()));
        }
        AdjustmentRequest recorded = requests.add(wished);
        if (!recorded.isSameAs(wished)) {
            return Optional.of(Decision.allowed(recorded));
        }
        return Optional.of(booked(recorded.equals(wished) ? decidedAlone(recorded) : recorded));
    }

    /**
     * Approves a new request if it needs no second person. It was recorded before the others are added up, so of two
     * requests at the same time at least one counts the other. If the process crashes in between, the request waits for a
     * second person.
     */
    private AdjustmentRequest decidedAlone(AdjustmentRequest request) {
        List<Money> amounts = requests.amountsAfter(
                request.requestedAt().minus(AdjustmentPolicy.WINDOW),
                Objects.requireNonNull(request.partnerId(), "partnerId"),
                request.amount().getCurrencyUnit(),
                AdjustmentPolicy.MAX_ALONE);
        Money sum = amounts.stream().map(Money::abs).reduce(request.amount().multipliedBy(0), Money::plus);
        if (amounts.size() == AdjustmentPolicy.MAX_ALONE || policy.needsSecondPerson(sum, calendar.today())) {
            return request;
        }
        AdjustmentRequest approved = request.approvedAlone();
        return requests.replace(approved)
                ? approved
                : requests.find(request.commission(), request.id()).orElseThrow();
    }

    /**
     * Records the decision of a second person.
     *
     * @param expected throws if the request has changed since that person read it
     */
    public Optional<Decision<AdjustmentRequest>> decide(
            CommissionId id, String name, Status decision, String by, Consumer<AdjustmentRequest> expected) {
        return OptimisticRetry.retryOnConflict(() -> requests.find(id, name).map(request -> {
            expected.accept(request);
            Decision<AdjustmentRequest> decided = request.decide(decision, by);
            if (!(decided instanceof Decision.Allowed<AdjustmentRequest> allowed)) {
                return decided;
            }
            AdjustmentRequest after = allowed.value();
            if (after.status() == Status.APPROVED
                    && refusal(after) instanceof Decision.Rejected<AdjustmentRequest> refused) {
                // The request keeps waiting. It may become possible to book it later, or somebody declines it.
                return refused;
            }
            if (after.version() != request.version() && !requests.replace(after)) {
                throw new ConcurrentUpdateException(
                        "Somebody else has decided adjustment %s in the meantime; read it again".formatted(name));
            }
            return booked(after);
        }));
    }

    /**
     * Allowed if the adjustment can be booked in the current state of the commission; otherwise rejected with the
     * reason.
     */
    private Decision<AdjustmentRequest> refusal(AdjustmentRequest request) {
        Commission now = commissions.standing(request.commission()).orElseThrow();
        return request.correction().on(now, calendar.today()).map(movement -> request);
    }

    private Decision<AdjustmentRequest> booked(AdjustmentRequest request) {
        if (request.status() != Status.APPROVED) {
            return Decision.allowed(request);
        }
        return correct.byHand(request.commission(), request.correction())
                .orElseThrow()
                .map(commission -> request);
    }
}
