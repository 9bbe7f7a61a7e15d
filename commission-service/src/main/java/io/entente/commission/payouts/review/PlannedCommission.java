package io.entente.commission.payouts.review;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Hold;
import io.entente.commission.ledger.TransactionKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A commission of a payout to look at before the payout goes out.
 *
 * @param inPayout the part of it that the payout pays
 * @param holds why it is on hold; usually empty
 * @param selfReferral the sentence that says why its client seems to be the partner itself; null unless a person has to decide that
 * @param changes what happened to it since the payout took it, in order
 */
public record PlannedCommission(
        CommissionId id,
        String dealId,
        Money inPayout,
        List<Hold> holds,
        @Nullable String selfReferral,
        List<ChangeSincePlanning> changes) {

    private static final Set<TransactionKind> HOLDS = EnumSet.of(TransactionKind.HELD, TransactionKind.HOLD_LIFTED);

    /** What happened to a commission, from the ledger. */
    public record ChangeSincePlanning(TransactionKind kind, Instant at, List<String> explanation) {

        public ChangeSincePlanning {
            explanation = List.copyOf(explanation);
        }
    }

    public PlannedCommission {
        holds = List.copyOf(holds);
        changes = List.copyOf(changes);
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    /** Whether its amount, its deal or what the client paid is another one than at planning. Holds are no such change. */
    public boolean isChanged() {
        return changes.stream().anyMatch(change -> !HOLDS.contains(change.kind()));
    }

    /** Whether there is anything to look at. */
    public boolean isNotable() {
        return isHeld() || selfReferral != null || !changes.isEmpty();
    }
}
