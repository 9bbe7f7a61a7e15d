package io.entente.commission.payouts.outcomes;

import io.entente.commission.payouts.OutcomeCorrection;
import io.entente.commission.payouts.OutcomeCorrections;
import io.entente.commission.payouts.PayableMoney;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutEvent;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.PayoutOutcome;
import io.entente.commission.payouts.Payouts;
import io.entente.commission.payouts.SettlePayout;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Corrects the outcome of a payout that was reported wrongly. A second person confirms it, and then it is settled like
 * a report: first on the payout, then in the ledger, then with the event. If the ledger can't book it, because other
 * payouts have taken the money, the outcome on record stays and the correction waits.
 */
public final class CorrectOutcome {

    private final Payouts payouts;
    private final PayoutBatches batches;
    private final PayableMoney money;
    private final SettlePayout settle;
    private final Clock clock;

    public CorrectOutcome(
            Payouts payouts, PayoutBatches batches, PayableMoney money, SettlePayout settle, Clock clock) {
        this.payouts = payouts;
        this.batches = batches;
        this.money = money;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * Asks for a correction. An earlier request with the same id stays as it is.
     *
     * @param expected throws if the payout has changed since the person read it
     */
    public Decision<Payout> ask(
            PayoutId id, String correctionId, PayoutOutcome to, String reason, String by, Consumer<Payout> expected) {
        return change(id, correctionId, expected, payout -> {
            PayoutOutcome recorded = payout.settling();
            if (payout.corrections().find(correctionId).isPresent()) {
                return Decision.allowed(payout);
            }
            OutcomeCorrection wanted = OutcomeCorrection.asked(
                    correctionId, recorded == null ? to : recorded, to, reason, by, clock.instant());
            return OutcomeCorrections.ask(payout, wanted)
                    .flatMap(asked -> unlessImpossible(payout, wanted).map(unused -> asked));
        });
    }

    /** Confirms a correction. Repeating it by the same person completes it after a crash, and changes nothing else. */
    public Decision<Payout> confirm(PayoutId id, String correctionId, String by, Consumer<Payout> expected) {
        Decision<Payout> confirmed = change(id, correctionId, expected, payout -> {
            OutcomeCorrection asked = payout.corrections().find(correctionId).orElseThrow();
            return OutcomeCorrections.confirm(payout, correctionId, by, clock.instant())
                    .flatMap(begun -> asked.isWaiting()
                            ? unlessImpossible(payout, asked).map(unused -> begun)
                            : Decision.allowed(begun));
        });
        return confirmed.flatMap(begun -> settled(settle.finish(begun), correctionId));
    }

    /** Declines a correction, or takes it back. */
    public Decision<Payout> decline(
            PayoutId id, String correctionId, String by, String why, Consumer<Payout> expected) {
        return change(
                id,
                correctionId,
                expected,
                payout -> OutcomeCorrections.decline(payout, correctionId, by, why, clock.instant()));
    }

    private Decision<Payout> settled(Payout payout, String correctionId) {
        OutcomeCorrection after = payout.corrections().find(correctionId).orElseThrow();
        return after.isWaiting() ? Decision.rejected(String.valueOf(after.note())) : Decision.allowed(payout);
    }

    private Decision<Payout> unlessImpossible(Payout payout, OutcomeCorrection wanted) {
        if (wanted.to().kind() != PayoutOutcome.Kind.PAID || !wanted.movesMoney()) {
            return Decision.allowed(payout);
        }
        PayoutBatch batch = batches.find(payout.batchId()).orElseThrow();
        Optional<String> why = batch.status() == PayoutBatch.Status.CANCELLED
                ? Optional.of(
                        "The batch of this payout was cancelled and never sent, so the payout can't have been paid.")
                : money.obstacleToPaid(payout.id(), payout.corrections().booked() + 1);
        return why.map(Decision::<Payout>rejected).orElseGet(() -> Decision.allowed(payout));
    }

    private Decision<Payout> change(
            PayoutId id, String correctionId, Consumer<Payout> expected, Function<Payout, Decision<Payout>> decision) {
        return OptimisticRetry.retryOnConflict(() -> {
            Loaded<Payout> before = payouts.load(id).orElseThrow();
            expected.accept(before.state());
            return decision.apply(before.state()).map(after -> {
                if (after.version() == before.state().version()) {
                    return after;
                }
                Change<Payout, PayoutEvent> change = after.corrections()
                        .find(correctionId)
                        .flatMap(CorrectOutcome::event)
                        .map(event -> Change.of(after.told(), event))
                        .orElseGet(() -> new Change<>(after, List.of()));
                payouts.update(before, change);
                return change.state();
            });
        });
    }

    /** Other services hear of a request, and of a day. Another outcome is announced when the ledger has booked it. */
    private static Optional<PayoutEvent> event(OutcomeCorrection changed) {
        return changed.isWaiting() ? Optional.of(changed.requested()) : changed.dayCorrected();
    }
}
