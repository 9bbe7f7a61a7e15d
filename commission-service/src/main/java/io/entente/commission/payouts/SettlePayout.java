package io.entente.commission.payouts;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Decision.Allowed;
import io.entente.platform.domain.Decision.Rejected;
import io.entente.platform.domain.OptimisticRetry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Settles what became of a payout: the payout's word first, then the ledger, then the event. */
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
     * Settles what somebody reports. What the bank doesn't have can't have failed there: its batch may still be sent, and money
     * set free for the next one would be paid twice.
     */
    public Decision<Payout> report(PayoutId id, Outcome outcome) {
        Payout before = payouts.find(id).orElseThrow();
        return before.isHandedOver()
                ? settle(id, outcome)
                : new Rejected<>("A payout that is %s isn't with the bank; its batch can be cancelled."
                        .formatted(before.state()));
    }

    /** Settles an outcome; the same again changes nothing, another is refused. */
    public Decision<Payout> settle(PayoutId id, Outcome outcome) {
        return OptimisticRetry.retryOnConflict(() -> {
            Payout before = payouts.find(id).orElseThrow();
            Decision<Payout> decision = before.settle(outcome);
            if (!(decision instanceof Allowed<Payout> allowed)) {
                return new Rejected<>(((Rejected<Payout>) decision).reason());
            }
            Payout begun = allowed.value();
            if (begun.version() != before.version()) {
                payouts.update(new Change<>(begun, List.of()));
            }
            return Decision.allowed(finish(begun));
        });
    }

    /** Goes on with a settlement that was begun, where somebody died in the middle of it. */
    public Payout finish(Payout begun) {
        if (!begun.isSettling()) {
            return begun;
        }
        Change<Payout, PayoutEvent> settled = begun.settled(book(begun), clock.instant());
        payouts.update(settled);
        return settled.state();
    }

    private String book(Payout payout) {
        Outcome outcome = Objects.requireNonNull(payout.settling());
        return switch (outcome.kind()) {
            case PAID -> money.paid(payout.id(), outcome.actor());
            case RETURNED -> money.returned(payout.id(), outcome.why(), outcome.actor());
            case FAILED, CANCELLED -> money.failed(payout.id(), outcome.why(), outcome.actor());
        };
    }
}
