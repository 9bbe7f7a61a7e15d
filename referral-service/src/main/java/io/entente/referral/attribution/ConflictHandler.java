package io.entente.referral.attribution;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.Appeal;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.DecideConflict;
import io.entente.referral.attribution.conflicts.Introduction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides conflicts and records appeals. A decision is recorded first and then applied to both referrals. */
public final class ConflictHandler {

    private final ConflictCases cases;
    private final Claimants claimants;
    private final PendingClaimChanges pendingChanges;
    private final ConflictSettlement settlement;
    private final Clock clock;

    public ConflictHandler(
            ConflictCases cases,
            Claimants claimants,
            PendingClaimChanges pendingChanges,
            Attribution attribution,
            Clock clock) {
        this.cases = cases;
        this.claimants = claimants;
        this.pendingChanges = pendingChanges;
        this.settlement = attribution.settlement();
        this.clock = clock;
    }

    /** The result of a command on a conflict. */
    public sealed interface Result {

        /** The command has taken effect. */
        record Done(ConflictCase conflict) implements Result {}

        /** The state of the conflict, or of one of its referrals, doesn't allow the command. */
        record Refused(String reason) implements Result {}

        /** Fields of the command don't fit this conflict. */
        record BadFields(List<FieldError> errors) implements Result {}
    }

    /**
     * Decides a conflict and applies the decision. Repeating a decision changes nothing.
     *
     * @param precondition throws an exception if the caller has decided on another version
     * @return empty if there is no such conflict
     */
    public Optional<Result> decide(
            CaseId id, DecideConflict command, Actor actor, Consumer<ConflictCase> precondition) {
        Optional<Result> answer =
                OptimisticRetry.retryOnConflict(() -> cases.find(id).map(conflict -> {
                    precondition.accept(conflict);
                    return decide(conflict, command, actor);
                }));
        return answer.map(given -> given instanceof Result.Done done ? applied(done.conflict()) : given);
    }

    private Result decide(ConflictCase conflict, DecideConflict command, Actor actor) {
        List<FieldError> bad = command.badFields(conflict);
        if (!bad.isEmpty()) {
            return new Result.BadFields(bad);
        }
        Optional<String> refusal =
                conflict.isUndecided() ? refusal(conflict, command.winnerIn(conflict)) : Optional.empty();
        if (refusal.isPresent()) {
            return new Result.Refused(refusal.get());
        }
        Decision<ConflictCase> decision = conflict.decide(command, clock.instant(), actor.value());
        return decision.fold(decided -> stored(conflict, decided), Result.Refused::new);
    }

    private Result stored(ConflictCase before, ConflictCase decided) {
        if (decided.version() != before.version()) {
            pendingChanges.begin(PendingClaimChange.settling(before.id(), clock.instant()));
            cases.update(decided);
        }
        return new Result.Done(decided);
    }

    /** Why the current states of the referrals don't allow the decision. */
    private Optional<String> refusal(ConflictCase conflict, @Nullable String winner) {
        for (Introduction one : List.of(conflict.holder(), conflict.challenger())) {
            Optional<ConflictCase> first =
                    settlement.waitsIn(one).filter(other -> !other.id().equals(conflict.id()));
            if (first.isPresent()) {
                return Optional.of("Referral %s waits for the decision of conflict %s, which must be decided first."
                        .formatted(one.referralId(), first.get().id()));
            }
            Claimant claimant = claimants.find(one.referralId()).orElse(null);
            boolean goesOn = winner == null || winner.equals(one.referralId());
            if (goesOn && (claimant == null || !claimant.canWin())) {
                return Optional.of("Referral %s is %s and can't continue."
                        .formatted(one.referralId(), claimant == null ? "not complete yet" : claimant.state()));
            }
            if (!goesOn && claimant != null && claimant.phase() == Phase.WON) {
                return Optional.of("Referral %s has a deal already and can't become a duplicate; SPLIT is possible."
                        .formatted(one.referralId()));
            }
        }
        return Optional.empty();
    }

    private Result applied(ConflictCase decided) {
        settlement.apply(decided);
        pendingChanges.done(PendingClaimChange.settling(decided.id(), clock.instant()));
        return new Result.Done(cases.find(decided.id()).orElse(decided));
    }

    /**
     * Records an appeal. The decision stands until the conflict is decided again.
     *
     * @param partnerId the partner that appeals
     * @return empty if there is no such conflict
     */
    public Optional<Result> appeal(
            CaseId id, String partnerId, String reason, Actor actor, Consumer<ConflictCase> precondition) {
        return OptimisticRetry.retryOnConflict(() -> cases.find(id).map(conflict -> {
            precondition.accept(conflict);
            if (!conflict.isParty(partnerId)) {
                return new Result.BadFields(
                        List.of(new FieldError("partnerId", "must be one of the two partners of this conflict")));
            }
            Appeal asked = new Appeal(partnerId, reason, clock.instant(), actor.value());
            return conflict.appeal(asked)
                    .<Result>fold(
                            appealed -> {
                                if (appealed.version() != conflict.version()) {
                                    cases.update(appealed);
                                }
                                return new Result.Done(appealed);
                            },
                            Result.Refused::new);
        }));
    }
}
