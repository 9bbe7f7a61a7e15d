package io.entente.commission.payouts.web;

import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a payout's outcome as the API shows it.
 *
 * @param state of the payout now
 * @param from the outcome on record when it was asked for
 * @param to the outcome that is right
 * @param note why it was declined, or why it could not be booked yet
 * @param version of the payout, for {@code If-Match}
 */
record OutcomeCorrectionView(
        String id,
        String payoutId,
        String partnerId,
        MoneyJson amount,
        Payout.State state,
        Outcome from,
        Outcome to,
        String reason,
        OutcomeCorrection.Status status,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        long version) {

    /**
     * An outcome of a payout.
     *
     * @param on the value date; absent if nothing was paid
     * @param reason absent if it was paid
     */
    record Outcome(PayoutOutcome.Kind outcome, @Nullable LocalDate on, @Nullable String reason, String reportedBy) {

        static Outcome of(PayoutOutcome outcome) {
            return new Outcome(outcome.kind(), outcome.on(), outcome.reason(), outcome.actor());
        }
    }

    static OutcomeCorrectionView of(Payout payout, OutcomeCorrection correction) {
        return new OutcomeCorrectionView(
                correction.id(),
                payout.id().value(),
                payout.partnerId().value(),
                MoneyJson.of(payout.amount()),
                payout.state(),
                Outcome.of(correction.from()),
                Outcome.of(correction.to()),
                correction.reason(),
                correction.status(),
                correction.askedBy(),
                correction.askedAt(),
                correction.decidedBy(),
                correction.decidedAt(),
                correction.note(),
                payout.version());
    }
}
