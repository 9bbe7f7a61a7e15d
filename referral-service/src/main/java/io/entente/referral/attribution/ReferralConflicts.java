package io.entente.referral.attribution;

import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The conflicts of referrals: who waits for whom, and how a conflict is closed. */
final class ReferralConflicts {

    /** The maximum number of referrals of which each waits for the next. */
    private static final int MAX_WAITING = 50;

    private final ConflictCases cases;

    ReferralConflicts(ConflictCases cases) {
        this.cases = cases;
    }

    /** The open conflict in which a referral waits, the first one if there are several. */
    Optional<ConflictCase> waitsIn(Introduction introduction) {
        return waiting(introduction).stream().findFirst();
    }

    /** The open conflicts in which a referral waits, the first one first. */
    List<ConflictCase> waiting(Introduction introduction) {
        return open(introduction).stream()
                .filter(conflict -> conflict.challenger().isOf(introduction))
                .sorted(Comparator.comparing(ConflictCase::openedAt)
                        .thenComparing(conflict -> conflict.id().value()))
                .toList();
    }

    /** The open conflicts of a referral, in the order in which the challengers introduced the client. */
    List<ConflictCase> open(Introduction introduction) {
        return cases.of(introduction.referralId()).stream()
                .filter(ConflictCase::isOpen)
                .sorted(Comparator.comparing(conflict -> conflict.challenger().at()))
                .toList();
    }

    /**
     * Whether a referral that a decision favours is in another open conflict. Whoever waits for the other referral of the decided
     * conflict waits for this one from now on.
     */
    boolean isContestedFurther(Introduction favoured, ConflictCase decided) {
        Introduction other = decided.against(favoured.referralId());
        return Stream.concat(open(favoured).stream(), open(other).stream().filter(next -> next.holder()
                        .isOf(other)))
                .anyMatch(conflict -> !conflict.id().equals(decided.id())
                        && !(conflict.challenger().isOf(favoured)
                                && conflict.holder().isOf(other)));
    }

    /** The conflicts of a circle: a referral waits for others, and the last of these waits for it. Empty if there is none. */
    List<ConflictCase> circle(Introduction introduction) {
        List<ConflictCase> passed = new ArrayList<>();
        Optional<ConflictCase> next = waitsIn(introduction);
        while (next.isPresent() && passed.size() < MAX_WAITING) {
            passed.add(next.get());
            Introduction holder = next.get().holder();
            if (holder.isOf(introduction)) {
                return passed;
            }
            next = waitsIn(holder);
        }
        return List.of();
    }

    /**
     * The conflicts in which a referral waited and that are closed, the last one first. Empty if it has waited in another one since.
     * Several may have begun in the same millisecond.
     */
    List<ConflictCase> lastClosed(Introduction introduction) {
        List<ConflictCase> lastFirst = cases.of(introduction.referralId()).stream()
                .filter(conflict -> conflict.challenger().isOf(introduction))
                .sorted(Comparator.comparing(ConflictCase::openedAt)
                        .thenComparing(ReferralConflicts::isClosed)
                        .reversed())
                .toList();
        return lastFirst.isEmpty() || !isClosed(lastFirst.get(0))
                ? List.of()
                : lastFirst.stream().filter(ReferralConflicts::isClosed).toList();
    }

    private static boolean isClosed(ConflictCase conflict) {
        return conflict.status() == CaseStatus.CLOSED;
    }

    /** The conflict of a referral that was opened last. */
    Optional<ConflictCase> last(Introduction introduction) {
        return cases.of(introduction.referralId()).stream().max(Comparator.comparing(ConflictCase::openedAt));
    }

    void close(ConflictCase conflict, String because) {
        change(conflict.id(), ConflictCase::isOpen, open -> open.close(because));
    }

    /** Changes a case unless the sweep or an operator has changed it meanwhile. */
    void change(CaseId id, Predicate<ConflictCase> still, UnaryOperator<ConflictCase> step) {
        OptimisticRetry.retryOnConflict(() -> {
            Optional<ConflictCase> current = cases.find(id).filter(still);
            current.ifPresent(conflict -> cases.update(step.apply(conflict)));
            return current;
        });
    }
}
