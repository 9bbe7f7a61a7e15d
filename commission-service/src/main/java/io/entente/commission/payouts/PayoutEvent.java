package io.entente.commission.payouts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What others are told of a payout. */
public sealed interface PayoutEvent {

    String actor();

    Instant at();

    /** A second person released it; the actor is that person. */
    record PayoutApproved(@Nullable LocalDate executeOn, String actor, Instant at) implements PayoutEvent {}

    /** The bank said that it was sent. */
    record PayoutPaid(LocalDate paidOn, String reference, String ledgerTransactionId, String actor, Instant at)
            implements PayoutEvent {}

    /** It didn't go out; the money is still owed. */
    record PayoutFailed(String reason, String ledgerTransactionId, String actor, Instant at) implements PayoutEvent {}

    /** It came back; the money is owed again. */
    record PayoutReturned(LocalDate returnedOn, String reason, String ledgerTransactionId, String actor, Instant at)
            implements PayoutEvent {}
}
