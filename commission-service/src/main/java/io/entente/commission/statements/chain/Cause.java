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
 * @param amendment what a correction of the deal changed; null if no correction caused it
 * @param note what else is to say; null if there is nothing
 */
public record Cause(
        @Nullable LocalDate valueOn,
        @Nullable DealFact report,
        @Nullable String payoutId,
        @Nullable Amendment amendment,
        @Nullable Note note) {

    /** What a line says although no report and no correction is behind it. */
    public enum Note {
        /** A person refused the commission because the client is the partner itself. */
        SELF_REFERRAL_REFUSED,
        /** A payout that was booked as failed or returned has reached the partner after all. */
        PAID_AFTER_ALL
    }

    /** Nothing is known but the transaction itself. */
    public static final Cause UNKNOWN = new Cause(null, null, null);

    public Cause(@Nullable LocalDate valueOn, @Nullable DealFact report, @Nullable String payoutId) {
        this(valueOn, report, payoutId, null, null);
    }

    /** A transaction that counts on a day of its own. */
    public static Cause on(LocalDate day) {
        return new Cause(day, null, null);
    }

    static Cause of(DealFact report) {
        return new Cause(report.on(), report, null);
    }

    static Cause of(Amendment amendment) {
        return new Cause(null, null, null, amendment, null);
    }

    static Cause of(Note note) {
        return new Cause(null, null, null, null, note);
    }

    /** @param day of the bank; empty if it reported none */
    static Cause payout(String id, Optional<LocalDate> day) {
        return new Cause(day.orElse(null), null, id);
    }

    Cause noting(Note more) {
        return new Cause(valueOn, report, payoutId, amendment, more);
    }

    Cause onDay(LocalDate day) {
        return new Cause(day, report, payoutId, amendment, note);
    }
}
