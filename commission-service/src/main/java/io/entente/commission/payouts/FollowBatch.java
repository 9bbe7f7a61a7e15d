package io.entente.commission.payouts;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the decision about a batch to its payouts, one by one. If an instance died in the middle, it is repeated, and
 * payouts that have followed stay as they are.
 */
public final class FollowBatch {

    /** The maximum number of batches and payouts per sweep. The next sweep takes the rest. */
    static final int MAX_A_SWEEP = 50;

    /** If a submission takes longer than this, its instance has died. */
    static final Duration SUBMITTING_AT_MOST = Duration.ofMinutes(5);

    /** If a settlement takes longer than this, its instance has died. */
    static final Duration SETTLING_AT_MOST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FollowBatch.class);

    private final PayoutBatches batches;
    private final Payouts payouts;
    private final SettlePayout settle;
    private final Clock clock;
    private final Predicate<RuntimeException> isTransient;

    /** @param isTransient decides whether a failure is transient, such as an unavailable store; the sweep then ends */
    public FollowBatch(
            PayoutBatches batches,
            Payouts payouts,
            SettlePayout settle,
            Clock clock,
            Predicate<RuntimeException> isTransient) {
        this.batches = batches;
        this.payouts = payouts;
        this.settle = settle;
        this.clock = clock;
        this.isTransient = isTransient;
    }

    /** Brings all payouts of a batch to the state of the batch. */
    public PayoutBatch follow(PayoutBatch batch) {
        if (!batch.followed()) {
            payouts.forEach(batch.id(), payout -> follow(batch, payout.id()));
        }
        return OptimisticRetry.retryOnConflict(() -> {
            PayoutBatch now = batches.find(batch.id()).orElseThrow();
            if (now.followed() || now.status() != batch.status()) {
                return now;
            }
            batches.update(now.followedUp());
            return now.followedUp();
        });
    }

    /** Completes what instances that died have left unfinished. */
    public void sweep() {
        Instant now = clock.instant();
        for (PayoutBatch left : batches.unfinished(now.minus(SUBMITTING_AT_MOST), MAX_A_SWEEP)) {
            attempt(left.id(), () -> goOn(left));
        }
        for (Payout left : payouts.unsettled(now.minus(SETTLING_AT_MOST), MAX_A_SWEEP)) {
            attempt(left.id(), () -> settle.finish(left));
        }
    }

    /** A payout or batch that fails doesn't delay the others. If the store is unavailable, all of them wait. */
    private void attempt(Object what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (isTransient.test(failure)) {
                throw failure;
            }
            LOG.error("Could not continue {}", what, failure);
        }
    }

    private void goOn(PayoutBatch left) {
        if (left.status() != PayoutBatch.Status.SUBMITTING) {
            follow(left);
            return;
        }
        LOG.warn("It is unknown whether the bank has received batch {}. It is not sent again", left.id());
        PayoutBatch doubtful = left.submitted(new Submission(
                Submission.Answer.UNKNOWN,
                "The service stopped while it was sending the batch. Ask the bank whether it has arrived."));
        batches.update(doubtful);
        follow(doubtful);
    }

    private void follow(PayoutBatch batch, PayoutId id) {
        switch (batch.status()) {
            case APPROVED -> change(id, batch);
            case SUBMITTED, RECONCILE_REQUIRED -> change(id, batch);
            case REFUSED -> settle(id, Payout.State.APPROVED, PayoutOutcome.failed(note(batch), submitter(batch)));
            case CANCELLED -> giveUp(id, batch);
            case PLANNING, PLANNED, SUBMITTING -> LOG.debug("Nothing to follow in {}", batch.id());
        }
    }

    /**
     * The partner of an approved payout has been informed about it, so it is informed that the payout does not take place.
     */
    private void giveUp(PayoutId id, PayoutBatch batch) {
        settle(id, Payout.State.PLANNED, PayoutOutcome.cancelled(batch.plannedBy()));
        // Read again, because a payout that was just being approved has been approved by now.
        settle(
                id,
                Payout.State.APPROVED,
                PayoutOutcome.failed("The batch was cancelled before it was sent.", batch.plannedBy()));
    }

    private void change(PayoutId id, PayoutBatch batch) {
        OptimisticRetry.retryOnConflict(() -> {
            Loaded<Payout> payout = payouts.load(id).orElseThrow();
            Change<Payout, PayoutEvent> change = changed(payout.state(), batch);
            if (change.state().version() != payout.state().version()) {
                payouts.update(payout, change);
            }
            return change.state();
        });
    }

    private Change<Payout, PayoutEvent> changed(Payout payout, PayoutBatch batch) {
        if (batch.status() == PayoutBatch.Status.APPROVED) {
            return payout.approve(batch.executeOn(), Objects.requireNonNull(batch.approvedBy()), clock.instant());
        }
        return payout.submit(batch.status() == PayoutBatch.Status.SUBMITTED, batch.note());
    }

    private void settle(PayoutId id, Payout.State from, PayoutOutcome outcome) {
        Payout payout = payouts.find(id).orElseThrow();
        if (payout.state() == from) {
            Object settled = settle.settle(id, outcome);
            LOG.debug("Payout {}: {}", id, settled);
        }
    }

    private static String note(PayoutBatch batch) {
        return batch.note() == null ? "The bank refused the batch." : batch.note();
    }

    private static String submitter(PayoutBatch batch) {
        return Objects.requireNonNull(batch.submittedBy());
    }
}
