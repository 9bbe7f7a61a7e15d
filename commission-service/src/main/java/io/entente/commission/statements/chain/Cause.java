package io.entente.commission.statements.chain;

import io.entente.commission.deals.DealFact;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What caused a transaction.
 *
 * @param valueOn the day on which it counts; null if it is the day on which it was booked
 * @param report the payment, refund, reversal or credit note that it settles, or the voiding of one; null if it settles none
 * @param payoutId null if it belongs to no payout
 */
public record Cause(@Nullable LocalDate valueOn, @Nullable DealFact report, @Nullable String payoutId) {

    /** Nothing is known but the transaction itself. */
    public static final Cause UNKNOWN = new Cause(null, null, null);

    /** A transaction that counts on a day of its own. */
    public static Cause on(LocalDate day) {
        return new Cause(day, null, null);
    }

    static Cause of(DealFact report) {
        return new Cause(report.on(), report, null);
    }

    /** @param day of the bank; empty if it reported none */
    static Cause payout(String id, Optional<LocalDate> day) {
        return new Cause(day.orElse(null), null, id);
    }
}
