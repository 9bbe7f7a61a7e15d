package io.entente.commission.payouts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An event of a payout. */
public sealed interface PayoutEvent {

    String actor();

    Instant at();

    /** A second person, the actor, approved it. */
    record PayoutApproved(@Nullable LocalDate executeOn, String actor, Instant at) implements PayoutEvent {}

    /**
     * The bank reported that it was paid.
     *
     * @param corrects the outcome that was reported before by mistake; null if this is the first one
     */
    record PayoutPaid(
            LocalDate paidOn,
            String reference,
            String ledgerTransactionId,
            PayoutOutcome.@Nullable Kind corrects,
            String actor,
            Instant at)
            implements PayoutEvent {}

    /**
     * It was not paid, and the amount is still owed.
     *
     * @param corrects the outcome that was reported before by mistake; null if this is the first one
     */
    record PayoutFailed(
            String reason, String ledgerTransactionId, PayoutOutcome.@Nullable Kind corrects, String actor, Instant at)
            implements PayoutEvent {}

    /** It came back, and the amount is owed again. */
    record PayoutReturned(LocalDate returnedOn, String reason, String ledgerTransactionId, String actor, Instant at)
            implements PayoutEvent {}

    /** A second person, the actor, confirmed that it was paid on another day than the one that was reported. */
    record PayoutDayCorrected(LocalDate paidOn, LocalDate before, String actor, Instant at) implements PayoutEvent {}

    /** Somebody, the actor, asked to correct its outcome, and a second person must confirm it. */
    record OutcomeCorrectionRequested(
            String correctionId,
            PayoutOutcome.Kind from,
            PayoutOutcome.Kind to,
            @Nullable LocalDate paidOn,
            String actor,
            Instant at)
            implements PayoutEvent {}
}
