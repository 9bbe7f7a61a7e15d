package io.entente.commission.payouts;

import io.entente.commission.payouts.PayoutEvent.OutcomeCorrectionRequested;
import io.entente.commission.payouts.PayoutEvent.PayoutDayCorrected;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A correction of the outcome on record. One person asks for it, another one confirms it.
 *
 * @param id unique within its payout
 * @param from the outcome on record when it was asked for
 * @param to the outcome that is right
 * @param reason why the outcome on record is wrong; the partner reads it if the payout failed
 * @param decidedBy who confirmed or declined it; null while it waits
 * @param note why it was declined, or why it could not be booked yet
 */
public record OutcomeCorrection(
        String id,
        PayoutOutcome from,
        PayoutOutcome to,
        String reason,
        String askedBy,
        Instant askedAt,
        Status status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    public enum Status {
        /** Waits for a second person. */
        WAITING,
        /** Is being booked, or has been booked. */
        CONFIRMED,
        /** A second person declined it, or the person who asked for it took it back. */
        DECLINED
    }

    public static OutcomeCorrection asked(
            String id, PayoutOutcome from, PayoutOutcome to, String reason, String by, Instant now) {
        return new OutcomeCorrection(id, from, to, reason, by, now, Status.WAITING, null, null, null);
    }

    /** Whether the ledger must book it. A correction of the day alone moves nothing. */
    public boolean movesMoney() {
        return from.kind() != to.kind();
    }

    /** The event that tells finance that a second person must confirm it. */
    public PayoutEvent requested() {
        return new OutcomeCorrectionRequested(id, from.kind(), to.kind(), to.on(), askedBy, askedAt);
    }

    /** The event that tells of another day; empty if it isn't confirmed or corrects more than the day. */
    public Optional<PayoutEvent> dayCorrected() {
        LocalDate on = to.on();
        LocalDate before = from.on();
        return status == Status.CONFIRMED
                        && !movesMoney()
                        && on != null
                        && before != null
                        && decidedBy != null
                        && decidedAt != null
                ? Optional.of(new PayoutDayCorrected(on, before, decidedBy, decidedAt))
                : Optional.empty();
    }

    public boolean isWaiting() {
        return status == Status.WAITING;
    }

    /** Whether another request asks for the same, whoever sends it. */
    public boolean isSame(PayoutOutcome wanted, String why) {
        return to.isSame(wanted) && reason.equals(why);
    }

    /** What was corrected and why, for the explanation in the ledger. The partner reads it, so it names nobody of the firm. */
    public String explained() {
        return "The outcome was corrected from %s to %s, confirmed by a second person: %s"
                .formatted(from.kind(), to.kind(), reason);
    }

    /** Confirms it. Repeating it by the same person changes nothing. */
    Decision<OutcomeCorrection> confirm(String by, Instant now) {
        if (!FourEyes.allow(askedBy, by)) {
            return Decision.rejected("The person who asked for a correction can't confirm it. Another person must.");
        }
        return decide(Status.CONFIRMED, by, now, null);
    }

    /** Declines it. The person who asked for it can take it back in this way. */
    Decision<OutcomeCorrection> decline(String by, String why, Instant now) {
        return decide(Status.DECLINED, by, now, why);
    }

    private Decision<OutcomeCorrection> decide(Status decision, String by, Instant now, @Nullable String why) {
        if (status == decision && Actor.isSamePerson(by, decidedBy)) {
            return Decision.allowed(this);
        }
        return isWaiting()
                ? Decision.allowed(
                        new OutcomeCorrection(id, from, to, reason, askedBy, askedAt, decision, by, now, why))
                : Decision.rejected("The correction is already %s.".formatted(status));
    }

    /** Returns it to those that wait, because the ledger could not book it. */
    OutcomeCorrection waitingAgain(String why) {
        return new OutcomeCorrection(id, from, to, reason, askedBy, askedAt, Status.WAITING, null, null, why);
    }
}
