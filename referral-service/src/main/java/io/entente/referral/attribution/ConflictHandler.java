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
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Ruling;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides conflicts and takes appeals: on record first, then carried out on both referrals. */
public final class ConflictHandler {

    private final ConflictCases cases;
    private final Claimants claimants;
    private final Undertakings undertakings;
    private final ConflictSettlement settlement;
    private final Clock clock;

    public ConflictHandler(
            ConflictCases cases, Claimants claimants, Undertakings undertakings, Attribution attribution, Clock clock) {
        this.cases = cases;
        this.claimants = claimants;
        this.undertakings = undertakings;
        this.settlement = attribution.settlement();
        this.clock = clock;
    }

    /** What became of a command on a conflict. */
    public sealed interface Answer {

        /** It is as the command says. */
        record Done(ConflictCase conflict) implements Answer {}

        /** Its state, or that of a referral in it, doesn't allow it. */
        record Refused(String reason) implements Answer {}

        /** Fields of the command are not acceptable for this conflict. */
        record BadFields(List<FieldError> errors) implements Answer {}
    }

    /**
     * Decides, and carries it out. The same decision again changes nothing.
     *
     * @param precondition throws where the caller decided on another version
     * @return empty where there is no such conflict
     */
    public Optional<Answer> decide(CaseId id, Ruling ruling, Actor actor, Consumer<ConflictCase> precondition) {
        Optional<Answer> answer =
                OptimisticRetry.retryOnConflict(() -> cases.find(id).map(conflict -> {
                    precondition.accept(conflict);
                    return decide(conflict, ruling, actor);
                }));
        return answer.map(given -> given instanceof Answer.Done done ? carriedOut(done.conflict()) : given);
    }

    private Answer decide(ConflictCase conflict, Ruling ruling, Actor actor) {
        List<FieldError> bad = ruling.badFields(conflict);
        if (!bad.isEmpty()) {
            return new Answer.BadFields(bad);
        }
        Optional<String> refusal =
                conflict.isUndecided() ? refusal(conflict, ruling.winnerIn(conflict)) : Optional.empty();
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        Decision<ConflictCase> decision = conflict.decide(ruling, clock.instant(), actor.value());
        if (decision instanceof Decision.Rejected<ConflictCase> rejected) {
            return new Answer.Refused(rejected.reason());
        }
        ConflictCase decided = decision.orElseThrow();
        if (decided.version() != conflict.version()) {
            undertakings.begin(Undertaking.settling(conflict.id(), clock.instant()));
            cases.update(decided);
        }
        return new Answer.Done(decided);
    }

    /** What the referrals have become meanwhile can stand in the way. */
    private Optional<String> refusal(ConflictCase conflict, @Nullable String winner) {
        for (Introduction one : List.of(conflict.holder(), conflict.challenger())) {
            Claimant claimant = claimants.find(one.referralId()).orElse(null);
            boolean goesOn = winner == null || winner.equals(one.referralId());
            if (goesOn && (claimant == null || !claimant.canWin())) {
                return Optional.of("Referral %s is %s, and can't go on."
                        .formatted(one.referralId(), claimant == null ? "not complete yet" : claimant.state()));
            }
            if (!goesOn && claimant != null && claimant.phase() == Phase.WON) {
                return Optional.of("Referral %s has a deal already, and can't be a duplicate; a SPLIT is possible."
                        .formatted(one.referralId()));
            }
        }
        return Optional.empty();
    }

    private Answer carriedOut(ConflictCase decided) {
        settlement.carryOut(decided);
        undertakings.done(Undertaking.settling(decided.id(), clock.instant()));
        return new Answer.Done(cases.find(decided.id()).orElse(decided));
    }

    /**
     * Puts an appeal on record: the decision stands until the conflict is decided again.
     *
     * @param partnerId whose appeal it is
     * @return empty where there is no such conflict, or none that the actor may know of
     */
    public Optional<Answer> appeal(
            CaseId id, String partnerId, String reason, Actor actor, Consumer<ConflictCase> precondition) {
        return OptimisticRetry.retryOnConflict(() -> cases.find(id).map(conflict -> {
            precondition.accept(conflict);
            if (!conflict.isParty(partnerId)) {
                return new Answer.BadFields(List.of(new FieldError("partnerId", "is no partner of this conflict")));
            }
            Appeal asked = new Appeal(partnerId, reason, clock.instant(), actor.value());
            Decision<ConflictCase> decision = conflict.appeal(asked);
            if (decision instanceof Decision.Rejected<ConflictCase> rejected) {
                return new Answer.Refused(rejected.reason());
            }
            ConflictCase appealed = decision.orElseThrow();
            if (appealed.version() != conflict.version()) {
                cases.update(appealed);
            }
            return new Answer.Done(appealed);
        }));
    }
}
