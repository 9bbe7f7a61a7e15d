package io.entente.commission.commissions;

import io.entente.commission.commissions.Portion.State;
import io.entente.commission.commissions.ReleaseIndex.Due;
import io.entente.commission.commissions.ReleaseIndex.Payable;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes commissions: reads the current state, lets the caller decide, and writes the decision. If another write
 * comes first, the state is read and decided again. Two instances, or a sweep and a person, therefore can't act on
 * the same state.
 */
public final class CommissionLife {

    /** A change gives up after this many attempts. */
    private static final int MAX_ATTEMPTS = 100;

    private final Commissions commissions;
    private final Ledger ledger;
    private final ReleaseIndex index;
    private final UnaryOperator<Commission> opening;

    /** @param opening returns a commission that begins later than its deal as it may begin: with a refusal that was decided before */
    public CommissionLife(
            Commissions commissions, Ledger ledger, ReleaseIndex index, UnaryOperator<Commission> opening) {
        this.commissions = commissions;
        this.ledger = ledger;
        this.index = index;
        this.opening = opening;
    }

    /** Returns a commission that doesn't exist yet as it may begin. */
    public Commission opened(Commission nothing) {
        return opening.apply(nothing);
    }

    /**
     * Changes a commission, or leaves it as it is if the decision is empty.
     *
     * @return the state after the change; empty if there is no commission with this id
     */
    public Optional<Commission> change(CommissionId id, Function<Commission, Optional<Movement>> decision) {
        return change(id, Optional::empty, decision);
    }

    /**
     * Changes a commission that may not exist yet.
     *
     * @param otherwise the state to start from if the commission does not exist yet
     */
    public Optional<Commission> change(
            CommissionId id,
            Supplier<Optional<Commission>> otherwise,
            Function<Commission, Optional<Movement>> decision) {
        return changeCounting(id, otherwise, (now, counters) -> decision.apply(now));
    }

    /**
     * Changes a commission by a decision that may depend on what its partner has earned. If it asks for that, the change is written
     * only as long as it is still true.
     *
     * @param otherwise the state to start from if the commission does not exist yet
     */
    public Optional<Commission> changeCounting(
            CommissionId id,
            Supplier<Optional<Commission>> otherwise,
            BiFunction<Commission, Supplier<Counters>, Optional<Movement>> decision) {
        return OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> commissions
                .standing(id)
                .or(() -> otherwise.get().map(opening))
                .map(now -> change(now, decision)));
    }

    private Commission change(
            Commission before, BiFunction<Commission, Supplier<Counters>, Optional<Movement>> decision) {
        Seen seen = new Seen(before.partnerId());
        Optional<Movement> movement = decision.apply(before, seen);
        if (movement.isEmpty()) {
            return before;
        }
        Commission after = movement.get().after();
        index(before, after);
        if (!append(movement.get(), seen.counters)) {
            throw new ConcurrentUpdateException(
                    "Another change of commission %s came first; this change must be decided again"
                            .formatted(before.id()));
        }
        return after;
    }

    private boolean append(Movement movement, @Nullable Counters seen) {
        return seen == null
                ? ledger.append(movement)
                : ledger.append(movement, head -> head.counters().earned().equals(seen.earned()));
    }

    /** What a partner has earned. It is read only if a decision asks for it. */
    private final class Seen implements Supplier<Counters> {

        private final PartnerId partner;
        private @Nullable Counters counters;

        private Seen(PartnerId partner) {
            this.partner = partner;
        }

        @Override
        public Counters get() {
            Counters read = counters == null ? ledger.head(partner).counters() : counters;
            counters = read;
            return read;
        }
    }

    /** Changes a commission repeatedly until the decision is empty. */
    public Optional<Commission> changeAll(
            CommissionId id, BiFunction<Commission, Supplier<Counters>, Optional<Movement>> decision) {
        Optional<Commission> before = changeCounting(id, Optional::empty, decision);
        while (before.isPresent()) {
            long revision = before.get().revision();
            Optional<Commission> after = changeCounting(id, Optional::empty, decision);
            if (after.isEmpty() || after.get().revision() == revision) {
                return after;
            }
            before = after;
        }
        return before;
    }

    /** Indexes the portions of commissions that are about to be accrued. */
    public void indexOpenings(List<Commission> openings) {
        List<Due> dues = new ArrayList<>();
        for (Commission opening : openings) {
            opening.portions().forEach(portion -> dues.add(new Due(portion.dueOn(), opening.id(), opening.revision())));
        }
        if (!dues.isEmpty()) {
            index.addDue(dues);
        }
    }

    private void index(Commission before, Commission after) {
        boolean lifted = before.isHeld() && !after.isHeld();
        Set<Portion> known = lifted ? Set.of() : new HashSet<>(before.portions());
        List<Due> dues = new ArrayList<>();
        List<Payable> payables = new ArrayList<>();
        for (Portion portion : after.portions()) {
            if (portion.state() == State.PENDING && !known.contains(portion)) {
                dues.add(new Due(portion.dueOn(), after.id(), after.revision()));
            }
            if (portion.state() == State.PAYABLE && !known.contains(portion)) {
                payables.add(new Payable(
                        after.partnerId(), portion.amount().getCurrencyUnit(), portion.dueOn(), after.id()));
            }
        }
        if (!dues.isEmpty()) {
            index.addDue(dues);
        }
        if (!payables.isEmpty()) {
            index.addPayable(payables);
        }
    }
}
