package io.entente.commission.payouts;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.Payee;
import io.entente.commission.payouts.PayableMoney.Allocation;
import io.entente.commission.payouts.PayoutEvent.PayoutApproved;
import io.entente.commission.payouts.PayoutEvent.PayoutFailed;
import io.entente.commission.payouts.PayoutEvent.PayoutPaid;
import io.entente.commission.payouts.PayoutEvent.PayoutReturned;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment to one partner in one currency, as a part of one batch. {@code PLANNED -> APPROVED -> SUBMITTED -> PAID | FAILED
 * | RECONCILE_REQUIRED}; {@code PAID -> RETURNED}. A second person can correct an outcome that was reported wrongly.
 *
 * <p>An outcome is settled in three writes, each of which can be repeated: the outcome ({@link #settle}), the ledger's
 * transaction, and the completion with its event ({@link #settled}). Between the first and the last, no other outcome is
 * accepted.
 *
 * @param allocation its amounts, frozen when it was planned
 * @param payee the payment details, frozen with it; later changes apply to the next payout
 * @param settling the outcome that is being settled, or was settled last
 * @param corrections of its outcome
 * @param version 1 when first stored, increased by one with each write
 * @param sequence the number of its last event
 */
public record Payout(
        PayoutId id,
        String batchId,
        PartnerId partnerId,
        Allocation allocation,
        Payee payee,
        State state,
        Instant plannedAt,
        @Nullable LocalDate paidOn,
        @Nullable PayoutOutcome settling,
        @Nullable String note,
        OutcomeCorrections corrections,
        long version,
        long sequence) {

    public enum State {
        PLANNED,
        APPROVED,
        /** It was sent to the bank. */
        SUBMITTED,
        PAID,
        FAILED,
        /** It is unknown whether the bank has it. A person must find out; it is never sent again automatically. */
        RECONCILE_REQUIRED,
        RETURNED,
        /**
         * It was cancelled before it was approved. A payout that is cancelled later has FAILED, because its partner was
         * informed about it.
         */
        CANCELLED
    }

    /** The states that the partner is told of. It hears nothing of a payout before a second person has approved its batch. */
    public static final Set<State> TOLD = Set.copyOf(EnumSet.complementOf(EnumSet.of(State.PLANNED, State.CANCELLED)));

    public static Payout planned(
            PayoutId id, String batchId, PartnerId partner, Allocation allocation, Payee payee, Instant now) {
        return new Payout(
                id,
                batchId,
                partner,
                allocation,
                payee,
                State.PLANNED,
                now,
                null,
                null,
                null,
                OutcomeCorrections.none(),
                1,
                0);
    }

    /** The amount to pay: the commission, with VAT and without the tax that is withheld. */
    public Money amount() {
        return allocation.paid();
    }

    /** Whether the bank may have received it. */
    public boolean isHandedOver() {
        return state != State.PLANNED && state != State.APPROVED;
    }

    /** Whether it is cancelled, or is just being cancelled, so that it must not be sent. */
    public boolean isTakenOut() {
        return state == State.CANCELLED
                || (isSettling() && settling != null && settling.kind() == PayoutOutcome.Kind.CANCELLED);
    }

    /** Whether a settlement has begun and is not complete. */
    public boolean isSettling() {
        return settling != null && !isSettled(settling);
    }

    /** A second person approved it. */
    public Change<Payout, PayoutEvent> approve(@Nullable LocalDate executeOn, String actor, Instant now) {
        return state == State.PLANNED && !isSettling()
                ? Change.of(next(State.APPROVED, paidOn, settling, 1, note), new PayoutApproved(executeOn, actor, now))
                : Change.nothing(this);
    }

    /** It was sent to the bank, or it is unknown whether it was. */
    public Change<Payout, PayoutEvent> submit(boolean known, @Nullable String why) {
        return state == State.APPROVED && !isSettling()
                ? new Change<>(
                        next(known ? State.SUBMITTED : State.RECONCILE_REQUIRED, paidOn, settling, 0, why), List.of())
                : Change.nothing(this);
    }

    /** Its outcome is unknown. */
    public Decision<Payout> doubt(String why) {
        if (state == State.RECONCILE_REQUIRED) {
            return Decision.allowed(this);
        }
        return state == State.SUBMITTED && !isSettling()
                ? Decision.allowed(next(State.RECONCILE_REQUIRED, paidOn, settling, 0, why))
                : Decision.rejected("The outcome of a payout that is %s is not unknown.".formatted(state));
    }

    /** Begins to settle an outcome. Repeating it continues the settlement. */
    public Decision<Payout> settle(PayoutOutcome outcome) {
        PayoutOutcome begun = settling;
        if (begun != null && (isSettling() || isSettled(outcome))) {
            return begun.isSame(outcome)
                    ? Decision.allowed(this)
                    : Decision.rejected("The payout was reported as %s before.".formatted(begun.kind()));
        }
        return before(outcome.kind()).contains(state)
                ? Decision.allowed(next(state, paidOn, outcome, 0, note))
                : Decision.rejected("A payout that is %s can't be reported as %s.".formatted(state, outcome.kind()));
    }

    /** Completes the settlement, after the ledger has booked it. */
    public Change<Payout, PayoutEvent> settled(String ledgerTransactionId, Instant now) {
        if (!isSettling()) {
            return Change.nothing(this);
        }
        PayoutOutcome outcome = Objects.requireNonNull(settling);
        PayoutOutcome.Kind corrects =
                correction().map(correction -> correction.from().kind()).orElse(null);
        return switch (outcome.kind()) {
            case PAID -> {
                LocalDate on = Objects.requireNonNull(outcome.on(), "on");
                yield Change.of(
                        next(State.PAID, on, outcome, 1, null),
                        new PayoutPaid(on, id.endToEndId(), ledgerTransactionId, corrects, outcome.actor(), now));
            }
            case FAILED ->
                Change.of(
                        next(State.FAILED, null, outcome, 1, outcome.why()),
                        new PayoutFailed(outcome.why(), ledgerTransactionId, corrects, outcome.actor(), now));
            case RETURNED ->
                Change.of(
                        next(State.RETURNED, paidOn, outcome, 1, outcome.why()),
                        new PayoutReturned(
                                Objects.requireNonNull(outcome.on(), "on"),
                                outcome.why(),
                                ledgerTransactionId,
                                outcome.actor(),
                                now));
            case CANCELLED -> new Change<>(next(State.CANCELLED, paidOn, outcome, 0, outcome.why()), List.of());
        };
    }

    /** The confirmed correction that is being settled; empty if a reported outcome is, or none. */
    public Optional<OutcomeCorrection> correction() {
        return isSettling() && settling != null ? corrections.leadingTo(settling) : Optional.empty();
    }

    /** Returns this payout with other corrections. */
    public Payout corrected(OutcomeCorrections changed) {
        return with(state, paidOn, settling, note, changed, 1, 0);
    }

    /** Returns this payout with the sequence of one more event. */
    public Payout told() {
        return with(state, paidOn, settling, note, corrections, 0, 1);
    }

    /** Begins to settle the right outcome instead of the one on record. If both are PAID, only the day changes. */
    public Payout correctedTo(PayoutOutcome right) {
        LocalDate paid = right.kind() == PayoutOutcome.Kind.PAID && state == State.PAID ? right.on() : paidOn;
        return with(state, paid, right, note, corrections, 0, 0);
    }

    /** Returns to the outcome on record, because the ledger could not book the correction. The correction waits again. */
    public Payout notCorrected(OutcomeCorrection confirmed, String why) {
        return corrected(corrections.notBooked(confirmed, why)).correctedTo(confirmed.from());
    }

    private boolean isSettled(PayoutOutcome outcome) {
        return state.name().equals(outcome.kind().name());
    }

    /** The states in which an outcome is possible. */
    private static Set<State> before(PayoutOutcome.Kind kind) {
        return switch (kind) {
            case PAID -> EnumSet.of(State.SUBMITTED, State.RECONCILE_REQUIRED);
            case FAILED -> EnumSet.of(State.APPROVED, State.SUBMITTED, State.RECONCILE_REQUIRED);
            case RETURNED -> EnumSet.of(State.PAID);
            case CANCELLED -> EnumSet.of(State.PLANNED);
        };
    }

    private Payout next(
            State to, @Nullable LocalDate paid, @Nullable PayoutOutcome outcome, int events, @Nullable String why) {
        return with(to, paid, outcome, why, corrections, 1, events);
    }

    /** Everything that changes after the plan, so that no other method repeats what stays. */
    private Payout with(
            State to,
            @Nullable LocalDate paid,
            @Nullable PayoutOutcome outcome,
            @Nullable String why,
            OutcomeCorrections changed,
            int writes,
            int events) {
        return new Payout(
                id,
                batchId,
                partnerId,
                allocation,
                payee,
                to,
                plannedAt,
                paid,
                outcome,
                why,
                changed,
                version + writes,
                sequence + events);
    }
}
