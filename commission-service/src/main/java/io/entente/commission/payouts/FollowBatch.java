package io.entente.commission.payouts;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.runtime.TransientFailures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a batch's payouts follow what was decided of the batch, one by one; done again where somebody died in the middle, payouts
 * that have followed stay as they are.
 */
public final class FollowBatch {

    /** Batches and payouts of one sweep; the next takes the rest. */
    static final int MAX_A_SWEEP = 50;

    /** A submission that takes longer has died with its instance. */
    static final Duration SUBMITTING_AT_MOST = Duration.ofMinutes(5);

    /** A settlement that takes longer has died with its instance. */
    static final Duration SETTLING_AT_MOST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FollowBatch.class);

    private final PayoutBatches batches;
    private final Payouts payouts;
    private final SettlePayout settle;
    private final Clock clock;

    public FollowBatch(PayoutBatches batches, Payouts payouts, SettlePayout settle, Clock clock) {
        this.batches = batches;
        this.payouts = payouts;
        this.settle = settle;
        this.clock = clock;
    }

    /** Brings all payouts of a batch to where the batch is. */
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

    /** What instances that died have left. */
    public void sweep() {
        Instant now = clock.instant();
        for (PayoutBatch left : batches.unfinished(now.minus(SUBMITTING_AT_MOST), MAX_A_SWEEP)) {
            attempt(left.id(), () -> goOn(left));
        }
        for (Payout left : payouts.unsettled(now.minus(SETTLING_AT_MOST), MAX_A_SWEEP)) {
            attempt(left.id(), () -> settle.finish(left));
        }
    }

    /** One that can't go on holds up no other; a store that is away holds up all. */
    private static void attempt(Object what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            if (TransientFailures.isTransient(failure)) {
                throw failure;
            }
            LOG.error("{} can't go on", what, failure);
        }
    }

    private void goOn(PayoutBatch left) {
        if (left.status() != PayoutBatch.Status.SUBMITTING) {
            follow(left);
            return;
        }
        LOG.warn("Nobody knows whether the bank has batch {}: it is not sent again", left.id());
        PayoutBatch doubtful = left.submitted(
                new Submission(Submission.Answer.UNKNOWN, "The service died while it was sending; ask the bank."));
        batches.update(doubtful);
        follow(doubtful);
    }

    private void follow(PayoutBatch batch, PayoutId id) {
        switch (batch.status()) {
            case APPROVED -> change(id, batch);
            case SUBMITTED, RECONCILE_REQUIRED -> change(id, batch);
            case REFUSED -> settle(id, Payout.State.APPROVED, Outcome.failed(note(batch), submitter(batch)));
            case CANCELLED -> giveUp(id, batch);
            case PLANNING, PLANNED, SUBMITTING -> LOG.debug("Nothing to follow in {}", batch.id());
        }
    }

    /** Its partner was told of one that was approved already, and so hears that it doesn't come. */
    private void giveUp(PayoutId id, PayoutBatch batch) {
        settle(id, Payout.State.PLANNED, Outcome.cancelled(batch.plannedBy()));
        // Looked at again: one that was just being approved is by now.
        settle(
                id,
                Payout.State.APPROVED,
                Outcome.failed("The batch was given up before it was sent.", batch.plannedBy()));
    }

    private void change(PayoutId id, PayoutBatch batch) {
        OptimisticRetry.retryOnConflict(() -> {
            Payout payout = payouts.find(id).orElseThrow();
            Change<Payout, PayoutEvent> change = changed(payout, batch);
            if (change.state().version() != payout.version()) {
                payouts.update(change);
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

    private void settle(PayoutId id, Payout.State from, Outcome outcome) {
        Payout payout = payouts.find(id).orElseThrow();
        if (payout.state() == from) {
            Object settled = settle.settle(id, outcome);
            LOG.debug("Payout {}: {}", id, settled);
        }
    }

    private static String note(PayoutBatch batch) {
        return batch.note() == null ? "The bank refused it." : batch.note();
    }

    private static String submitter(PayoutBatch batch) {
        return Objects.requireNonNull(batch.submittedBy());
    }
}
