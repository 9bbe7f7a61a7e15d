package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.Claimants.Answer;
import io.entente.referral.attribution.Outcome.Contested;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Brings claims, conflicts and referrals in line with one another, in steps of which each may be repeated: whatever a crash
 * left half done, doing it again finishes it. Never in one transaction, and in an order in which each step can rely on those
 * before it.
 */
final class ConflictSettlement {

    /** A referral that isn't written by then never will be: requests and processes don't live as long. */
    private static final Duration NEVER_AFTER = Duration.ofDays(1);

    private final Claims claims;
    private final Claimants claimants;
    private final ConflictCases cases;
    private final Undertakings undertakings;
    private final Claiming claiming;
    private final IdGenerator ids;
    private final Clock clock;

    ConflictSettlement(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            Undertakings undertakings,
            Claiming claiming,
            IdGenerator ids,
            Clock clock) {
        this.claims = claims;
        this.claimants = claimants;
        this.cases = cases;
        this.undertakings = undertakings;
        this.claiming = claiming;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Does what an undertaking is about, again or for the first time.
     *
     * @return whether it is done; else it is to be looked at again
     */
    boolean finish(Undertaking undertaking) {
        if (undertaking.conflict() != null) {
            cases.find(undertaking.conflict()).ifPresent(this::carryOut);
            return true;
        }
        Introduction introduction = undertaking.introduction();
        if (introduction == null) {
            throw new IllegalStateException("about nothing: " + undertaking.id());
        }
        Optional<Claimant> claimant = claimants.find(introduction.referralId());
        if (claimant.isEmpty()) {
            leave(introduction, "the other referral was never completed");
            // Its writer may only be slow: if it comes after all, it is put in line then.
            return undertaking.since().plus(NEVER_AFTER).isBefore(clock.instant());
        }
        return bringInLine(claimant.get());
    }

    /** A referral's claim as its state asks for it. */
    private boolean bringInLine(Claimant claimant) {
        Introduction introduction = claimant.introduction();
        if (claimant.phase() == Phase.NONE || claimant.phase() == Phase.YIELDED) {
            leave(introduction, "the other referral is " + claimant.state());
            return true;
        }
        if (!claimant.holds(clock.instant())) {
            return true;
        }
        if (claiming.claim(introduction) instanceof Contested contested) {
            if (contested.conflict().likeness().isSameKey()) {
                noLongerWaitedFor(introduction);
            }
            return tell(contested.conflict());
        }
        if (claimant.phase() == Phase.CONFLICTED) {
            letGoOn(introduction);
        }
        return true;
    }

    /** Tells both of a conflict that was found; false where one of them isn't written yet. */
    boolean tell(ConflictCase conflict) {
        Answer challenger = claimants.contest(conflict.challenger().referralId(), conflict);
        if (challenger == Answer.REFUSED) {
            challengerLeft(conflict, "the other referral has ended");
            return true;
        }
        Answer holder = claimants.contest(conflict.holder().referralId(), conflict);
        if (holder == Answer.REFUSED) {
            holderLeft(conflict, "the other referral has ended");
        }
        return holder != Answer.ABSENT && challenger != Answer.ABSENT;
    }

    /** Carries a decision out: the loser first, so that there is never a moment with two winners. */
    void carryOut(ConflictCase conflict) {
        Verdict verdict = conflict.verdict();
        if (verdict == null || conflict.status() == CaseStatus.CLOSED) {
            return;
        }
        if (verdict.winner() == null) {
            claimants.decide(conflict.holder().referralId(), conflict, verdict);
            claimants.decide(conflict.challenger().referralId(), conflict, verdict);
            claimAgain(conflict.challenger());
            return;
        }
        Introduction winner = conflict.of(verdict.winner());
        Introduction loser = conflict.against(verdict.winner());
        if (claimants.decide(loser.referralId(), conflict, verdict) == Answer.REFUSED && isWon(loser)) {
            change(conflict.id(), now -> verdict.equals(now.verdict()), ConflictCase::undecide);
            return;
        }
        claims.transfer(loser, new Claim(winner, clock.instant()));
        claims.release(loser);
        claimants.decide(winner.referralId(), conflict, verdict);
        claimAgain(winner);
        leave(loser, "referral %s holds the claim now".formatted(winner.referralId()));
    }

    /** Whoever is free of one conflict may be in the next. */
    private void claimAgain(Introduction introduction) {
        Undertaking undertaking = Undertaking.claiming(introduction, clock.instant(), ids);
        undertakings.begin(undertaking);
        if (finish(undertaking)) {
            undertakings.done(undertaking);
        }
    }

    /** A referral gives its client up, and whom it was in conflict with goes on. */
    private void leave(Introduction introduction, String because) {
        claims.release(introduction);
        for (ConflictCase conflict : open(introduction)) {
            if (conflict.holder().isOf(introduction)) {
                holderLeft(conflict, because);
            } else {
                challengerLeft(conflict, because);
            }
        }
    }

    /** Another took its client while its writer was slow: who waits for it, waits for the other one instead. */
    private void noLongerWaitedFor(Introduction introduction) {
        for (ConflictCase conflict : open(introduction)) {
            if (conflict.holder().isOf(introduction)) {
                holderLeft(conflict, "another referral holds the claim now");
            }
        }
    }

    private void holderLeft(ConflictCase conflict, String because) {
        Undertaking next = Undertaking.claiming(conflict.challenger(), clock.instant(), ids);
        undertakings.begin(next);
        close(conflict, because);
        if (finish(next)) {
            undertakings.done(next);
        }
    }

    private void challengerLeft(ConflictCase conflict, String because) {
        Verdict verdict = conflict.closing(conflict.holder().referralId(), because, clock.instant());
        claimants.decide(conflict.holder().referralId(), conflict, verdict);
        close(conflict, because);
    }

    /** A referral that waits for no decision any more: its last conflict was closed, and it has found no other. */
    private void letGoOn(Introduction introduction) {
        cases.of(introduction.referralId()).stream()
                .filter(conflict -> conflict.challenger().isOf(introduction))
                .max(Comparator.comparing(ConflictCase::openedAt))
                .filter(conflict -> conflict.status() == CaseStatus.CLOSED)
                .ifPresent(conflict -> claimants.decide(
                        introduction.referralId(),
                        conflict,
                        conflict.closing(
                                introduction.referralId(), String.valueOf(conflict.closedBecause()), clock.instant())));
    }

    /** Open conflicts that a referral is in, in the order in which the clients were introduced: the next one is the first. */
    private List<ConflictCase> open(Introduction introduction) {
        return cases.of(introduction.referralId()).stream()
                .filter(ConflictCase::isOpen)
                .sorted(Comparator.comparing(conflict -> conflict.challenger().at()))
                .toList();
    }

    private boolean isWon(Introduction introduction) {
        return claimants
                .find(introduction.referralId())
                .map(claimant -> claimant.phase() == Phase.WON)
                .orElse(false);
    }

    private void close(ConflictCase conflict, String because) {
        change(conflict.id(), ConflictCase::isOpen, open -> open.close(because));
    }

    /** Changes a case unless somebody did meanwhile: who does the same, or an operator. */
    private void change(CaseId id, Predicate<ConflictCase> still, UnaryOperator<ConflictCase> step) {
        OptimisticRetry.retryOnConflict(() -> {
            Optional<ConflictCase> current = cases.find(id).filter(still);
            current.ifPresent(conflict -> cases.update(step.apply(conflict)));
            return current;
        });
    }
}
