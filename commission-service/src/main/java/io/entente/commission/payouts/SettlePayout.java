package io.entente.commission.payouts;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Rejected;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Settles the outcome of a payout: first on the payout, then in the ledger, then with the event. */
public final class SettlePayout {

    private final Payouts payouts;
    private final PayableMoney money;
    private final Clock clock;

    public SettlePayout(Payouts payouts, PayableMoney money, Clock clock) {
        this.payouts = payouts;
        this.money = money;
        this.clock = clock;
    }

    /**
     * Settles a reported outcome. A payout that the bank doesn't have can't have failed there. Its batch can still be sent,
     * so an amount that was released for the next batch would be paid twice.
     */
    public Decision<Payout> report(PayoutId id, PayoutOutcome outcome) {
        Payout before = payouts.find(id).orElseThrow();
        return before.isHandedOver()
                ? settle(id, outcome)
                : new Rejected<>("A payout that is %s has not been sent to the bank. Its batch can be cancelled."
                        .formatted(before.state()));
    }

    /**
     * Takes a payout out of its batch while the batch waits for approval. Its amount is payable again. Repeating it changes
     * nothing.
     */
    public Decision<Payout> takeOut(PayoutBatch batch, PayoutId id, String reason, String actor) {
        return batch.status() == PayoutBatch.Status.PLANNED
                ? settle(id, PayoutOutcome.takenOut(reason, actor))
                : new Rejected<>("Only a payout of a planned batch can be taken out. This batch is %s."
                        .formatted(batch.status()));
    }

    /** Settles an outcome. Repeating it changes nothing; a different outcome is refused. */
    public Decision<Payout> settle(PayoutId id, PayoutOutcome outcome) {
        return OptimisticRetry.retryOnConflict(() -> {
            Loaded<Payout> before = payouts.load(id).orElseThrow();
            return before.state().settle(outcome).map(begun -> {
                if (begun.version() != before.state().version()) {
                    payouts.update(before, new Change<>(begun, List.of()));
                }
                return finish(begun);
            });
        });
    }

    /** Continues a settlement if its instance died in the middle. */
    public Payout finish(Payout begun) {
        if (!begun.isSettling()) {
            return begun;
        }
        Change<Payout, PayoutEvent> settled = booked(begun);
        Loaded<Payout> before = payouts.load(begun.id()).orElseThrow();
        if (before.state().version() != begun.version()) {
            throw new ConcurrentUpdateException("%s has changed during its settlement".formatted(begun.id()));
        }
        payouts.update(before, settled);
        return settled.state();
    }

    private Change<Payout, PayoutEvent> booked(Payout begun) {
        return begun.correction()
                .map(correction -> correct(begun, correction)
                        .fold(
                                transaction -> begun.settled(transaction, clock.instant()),
                                why -> new Change<Payout, PayoutEvent>(begun.notCorrected(correction, why), List.of())))
                .orElseGet(() -> begun.settled(book(begun), clock.instant()));
    }

    private Decision<String> correct(Payout payout, OutcomeCorrection correction) {
        int round = payout.corrections().booked();
        String actor = correction.to().actor();
        return correction.to().kind() == PayoutOutcome.Kind.PAID
                ? money.correctedToPaid(payout.id(), round, correction.reason(), correction.explained(), actor)
                : Decision.allowed(money.correctedToFailed(
                        payout.id(), round, correction.reason(), correction.explained(), actor));
    }

    private String book(Payout payout) {
        PayoutOutcome outcome = Objects.requireNonNull(payout.settling());
        int round = payout.corrections().booked();
        return switch (outcome.kind()) {
            case PAID -> money.paid(payout.id(), outcome.actor());
            case RETURNED -> money.returned(payout.id(), round, outcome.why(), outcome.actor());
            case FAILED -> money.failed(payout.id(), outcome.why(), outcome.actor());
            case CANCELLED ->
                outcome.isTakenOut()
                        ? money.takenOut(payout.id(), outcome.why(), outcome.actor())
                        : money.cancelled(payout.id(), outcome.why(), outcome.actor());
        };
    }
}
