package io.entente.commission.statements.chain;

import java.time.LocalDate;
import java.util.Optional;

/** Knows the value dates of payouts, as the bank reports them. */
public interface PayoutDays {

    /** Returns the day on which a payout reached the partner; empty if it didn't, or if it is unknown. */
    Optional<LocalDate> paidOn(String payoutId);

    /** Returns the day on which a payout came back; empty if it didn't. */
    Optional<LocalDate> returnedOn(String payoutId);
}
