package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Held;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.Claimants.Effect;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes claims, conflicts and referrals consistent with one another. There is no transaction: each step is idempotent and
 * relies only on the steps before it, so repeating the steps after a crash finishes what was interrupted.
 */
final class ConflictSettlement {

    /** A referral that has not been written after this time never will be, because no request or process lives as long. */
    private static final Duration NEVER_AFTER = Duration.ofDays(1);

    private static final Comparator<ConflictCase> FIRST_INTRODUCED = Comparator.<ConflictCase, Instant>comparing(
                    conflict -> conflict.challenger().at())
            .thenComparing(conflict -> conflict.challenger().referralId());

    /** The holder of the further case reads it, too, so it names no third referral. */
    private static final String WAITS_ELSEWHERE = "the other referral waits for the decision of another conflict";

    private final Claims claims;
    private final Claimants claimants;
    private final ConflictCases cases;
    private final PendingClaimChanges pendingChanges;
    private final Claiming claiming;
    private final StandingClaims standing;
    private final ReferralConflicts conflicts;
    private final IdGenerator ids;
    private final Clock clock;

    ConflictSettlement(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            PendingClaimChanges pendingChanges,
            Claiming claiming,
            StandingClaims standing,
            IdGenerator ids,
            Clock clock) {
        this.claims = claims;
        this.claimants = claimants;
        this.cases = cases;
        this.pendingChanges = pendingChanges;
        this.claiming = claiming;
        this.standing = standing;
        this.conflicts = new ReferralConflicts(cases);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Performs a pending change, for the first time or again.
     *
     * @return whether it is finished; otherwise it must be retried later
     */
    boolean finish(PendingClaimChange pending) {
        if (pending.conflict() != null) {
            cases.find(pending.conflict()).ifPresent(this::apply);
            return true;
        }
        Introduction introduction = pending.introduction();
        if (introduction == null) {
            throw new IllegalStateException(
                    "The pending change %s names neither an introduction nor a conflict".formatted(pending.id()));
        }
        Optional<Claimant> claimant = claimants.find(introduction.referralId());
        if (claimant.isEmpty()) {
            leave(introduction, "the other referral was never completed");
            // Its writer may only be slow. If the referral arrives after all, its claim is settled then.
            return pending.since().plus(NEVER_AFTER).isBefore(clock.instant());
        }
        return adjust(claimant.get());
    }

    /** Adjusts a referral's claim to the state of the referral. */
    private boolean adjust(Claimant claimant) {
        Introduction introduction = claimant.introduction();
        if (claimant.phase() == Phase.NONE || claimant.phase() == Phase.YIELDED) {
            leave(introduction, "the other referral is " + claimant.state());
            return true;
        }
        if (!claimant.holds(clock.instant())) {
            return true;
        }
        ClaimResult result = claiming.claim(introduction);
        if (result instanceof ClaimResult.Reserved) {
            return false;
        }
        boolean areTold = true;
        if (result instanceof Contested contested
                && contested.conflict().likeness().isSameKey()) {
            releaseChallengers(introduction);
        } else {
            areTold = tellChallengers(introduction);
        }
        if (result instanceof Contested contested) {
            return informOnce(contested.conflict()) && areTold;
        }
        if (claimant.phase() == Phase.CONFLICTED) {
            resume(introduction);
        } else if (claimant.isContested()) {
            endContest(introduction);
        }
        hearOfContest(introduction);
        // A claim that got an earlier place meanwhile may be ahead of the one that its referral waits for.
        areTold &= conflicts.waitsIn(introduction).map(this::informOnce).orElse(true);
        return (!(result instanceof Held held) || contestLater(introduction, held.later())) && areTold;
    }

    /**
     * Lets each challenger wait in one case only, and tells those that don't know of their case yet: the key was taken from one of
     * them before its referral was written, because the client had been held for this referral's partner.
     */
    private boolean tellChallengers(Introduction introduction) {
        boolean isFinished = true;
        for (ConflictCase conflict : challengersOf(introduction)) {
            if (phase(conflict.challenger()).filter(Phase.CONFLICTED::equals).isPresent()) {
                waitForOne(conflict.challenger());
            } else {
                isFinished &= informOnce(conflict);
            }
        }
        return isFinished;
    }

    /**
     * Lets later claims on similar clients wait for this one, unless they wait already. Returns false if the referral of one of
     * them has not been written yet, because its writer may not know of this claim.
     */
    boolean contestLater(Introduction introduction, List<Claim> later) {
        boolean isFinished = true;
        for (Claim other : later) {
            Optional<Claimant> claimant = claimants.find(other.by().referralId());
            if (claimant.isEmpty()) {
                isFinished &= !standing.holds(other);
            } else if (claimant.get().phase() == Phase.CONFLICTED) {
                // It may have entered another conflict at the moment at which this one was opened.
                waitForOne(other.by());
            } else if (claimant.get().holds(clock.instant())) {
                isFinished &= claiming.against(introduction, other)
                        .map(this::informOnce)
                        .orElse(true);
            }
        }
        return isFinished;
    }

    /**
     * Informs both referrals about a conflict with a referral that was written before. Several others may contest it at the same
     * time. It waits for one of them, the same whoever finds that out.
     */
    private boolean informOnce(ConflictCase conflict) {
        boolean isFinished = inform(conflict);
        waitForOne(conflict.challenger());
        openCircle(conflict.challenger());
        contestSharing(conflict.challenger());
        return isFinished;
    }

    /** Whoever shares the client with a referral that waits now is in the same conflict, and doesn't hold the client by itself. */
    private void contestSharing(Introduction challenger) {
        if (conflicts.waitsIn(challenger).isPresent()) {
            claiming.sharing(challenger).stream()
                    .filter(sharing -> conflicts.waitsIn(sharing).isEmpty())
                    .forEach(this::claimAgain);
        }
    }

    /**
     * Closes all cases in which a referral waits but the first. Whoever opened a further case does this, and so does the sweep,
     * because a writer may have died before it could.
     */
    private void waitForOne(Introduction challenger) {
        // One read of all its cases, so that everybody who finds several keeps the same one.
        List<ConflictCase> waiting = conflicts.waiting(challenger);
        waiting.stream().skip(1).forEach(further -> challengerLeft(further, WAITS_ELSEWHERE));
    }

    /**
     * Frees one referral if each of several waits for another, so that one of them holds. This can happen if claims were lost and
     * taken again while their writers were slow. The one that introduced the client first gets ahead of the one it waits for.
     */
    private void openCircle(Introduction introduction) {
        conflicts.circle(introduction).stream().min(FIRST_INTRODUCED).ifPresent(this::getAhead);
    }

    private void getAhead(ConflictCase conflict) {
        Introduction first = conflict.challenger();
        PendingClaimChange pending = PendingClaimChange.claiming(first, clock.instant(), ids);
        pendingChanges.begin(pending);
        claims.handOver(conflict.holder(), Claim.taken(first, clock.instant()));
        conflicts.close(conflict, "the referrals waited for one another");
        if (finish(pending)) {
            pendingChanges.done(pending);
        }
    }

    /** The open conflict in which a referral waits, the first one if there are several. */
    Optional<ConflictCase> waitsIn(Introduction introduction) {
        return conflicts.waitsIn(introduction);
    }

    /** Informs both referrals about a conflict. Returns false if the claim of its challenger must be looked at again later. */
    boolean inform(ConflictCase conflict) {
        Effect challenger = claimants.contest(conflict.challenger().referralId(), conflict);
        if (challenger == Effect.REFUSED) {
            challengerLeft(conflict, "the other referral has ended");
            return true;
        }
        Effect holder = claimants.contest(conflict.holder().referralId(), conflict);
        if (holder == Effect.REFUSED) {
            holderLeft(conflict, "the other referral has ended");
        }
        return holder != Effect.ABSENT && challenger != Effect.ABSENT && isStillAsTold(conflict);
    }

    /**
     * Whether the conflict is as its referrals were told. Whoever decided or closed it meanwhile may have done so before they heard
     * of it, and they would wait for ever.
     */
    private boolean isStillAsTold(ConflictCase told) {
        Optional<ConflictCase> current = cases.find(told.id());
        current.filter(conflict -> !conflict.isOpen()).ifPresent(this::apply);
        boolean isClosed = current.filter(conflict -> conflict.status() == CaseStatus.CLOSED)
                .isPresent();
        if (isClosed) {
            continueIfWaitsForNobody(told.challenger());
        }
        return !isClosed;
    }

    private void continueIfWaitsForNobody(Introduction introduction) {
        if (phase(introduction).filter(Phase.CONFLICTED::equals).isPresent()
                && conflicts.waitsIn(introduction).isEmpty()) {
            claimAgain(introduction);
        }
    }

    /** Applies a decision, to the loser first, so that there are never two winners at the same time. */
    void apply(ConflictCase conflict) {
        Verdict verdict = conflict.verdict();
        if (verdict == null || conflict.status() == CaseStatus.CLOSED) {
            return;
        }
        if (verdict.winner() == null) {
            share(conflict, verdict);
            return;
        }
        Introduction winner = conflict.of(verdict.winner());
        Introduction loser = conflict.against(verdict.winner());
        if (claimants.decide(loser.referralId(), conflict, verdict, false) == Effect.REFUSED && isWon(loser)) {
            conflicts.change(conflict.id(), now -> verdict.equals(now.verdict()), ConflictCase::undecide);
            return;
        }
        claims.handOver(loser, Claim.taken(winner, clock.instant()));
        claims.release(loser);
        String because = "referral %s holds the claim now".formatted(winner.referralId());
        if (isDisplaced(winner, conflict)) {
            leave(loser, because);
            return;
        }
        // If a third referral holds the client, the winner is told of that with the decision.
        ClaimResult unused = claiming.claim(winner);
        if (phase(winner).filter(Phase.YIELDED::equals).isPresent()) {
            decide(winner, conflict, verdict);
            leave(loser, because);
        } else {
            // Whoever waited for the loser waits for the winner before the winner continues, so that it never seems
            // uncontested.
            leave(loser, because);
            decide(winner, conflict, verdict);
        }
        claimAgain(winner);
    }

    private void share(ConflictCase conflict, Verdict verdict) {
        List<Introduction> continuing = Stream.of(conflict.holder(), conflict.challenger())
                .filter(one -> !isDisplaced(one, conflict))
                .toList();
        continuing.forEach(one -> decide(one, conflict, verdict));
        continuing.forEach(this::claimAgain);
    }

    /**
     * Whether a referral has lost the client to a third one meanwhile. A decision gives back only what an earlier decision of the
     * same conflict took.
     */
    private boolean isDisplaced(Introduction favoured, ConflictCase conflict) {
        return !conflict.wasDecidedAgainst(favoured.referralId())
                && phase(favoured).filter(Phase.YIELDED::equals).isPresent()
                && claiming.isHeldByAnother(favoured);
    }

    /** A referral that leaves one conflict may enter the next. */
    private void claimAgain(Introduction introduction) {
        PendingClaimChange pending = PendingClaimChange.claiming(introduction, clock.instant(), ids);
        pendingChanges.begin(pending);
        if (finish(pending)) {
            pendingChanges.done(pending);
        }
    }

    /**
     * Releases a referral's claim. Whoever shares the client with it claims it first, and then the other sides of its open
     * conflicts continue.
     */
    private void leave(Introduction introduction, String because) {
        claims.release(introduction);
        claiming.sharing(introduction).forEach(this::claimAgain);
        for (ConflictCase conflict : conflicts.open(introduction)) {
            if (conflict.holder().isOf(introduction)) {
                holderLeft(conflict, because);
            } else {
                challengerLeft(conflict, because);
            }
        }
    }

    /** Another referral took the client while this one's writer was slow. Its challengers now wait for that referral. */
    private void releaseChallengers(Introduction introduction) {
        challengersOf(introduction).forEach(conflict -> holderLeft(conflict, "another referral holds the claim now"));
    }

    private List<ConflictCase> challengersOf(Introduction holder) {
        return conflicts.open(holder).stream()
                .filter(conflict -> conflict.holder().isOf(holder))
                .toList();
    }

    private void holderLeft(ConflictCase conflict, String because) {
        PendingClaimChange next = PendingClaimChange.claiming(conflict.challenger(), clock.instant(), ids);
        pendingChanges.begin(next);
        conflicts.close(conflict, because);
        if (finish(next)) {
            pendingChanges.done(next);
        }
    }

    private void challengerLeft(ConflictCase conflict, String because) {
        Introduction holder = conflict.holder();
        if (conflicts.waitsIn(holder).isEmpty()) {
            Verdict verdict = conflict.closing(holder.referralId(), because, clock.instant());
            decide(holder, conflict, verdict);
            // It may have entered another conflict at this moment, and waits for that one.
            conflicts.waitsIn(holder).ifPresent(other -> claimants.contest(holder.referralId(), other));
        }
        conflicts.close(conflict, because);
    }

    /**
     * Lets a referral continue whose last conflict was closed and that has no other conflict. It may have heard of the end of a
     * conflict before it began to wait in another one of the same millisecond, and continues with the one that it doesn't know.
     */
    private void resume(Introduction introduction) {
        if (conflicts.waitsIn(introduction).isPresent()) {
            return;
        }
        for (ConflictCase closed : conflicts.lastClosed(introduction)) {
            String because = String.valueOf(closed.closedBecause());
            decide(introduction, closed, closed.closing(introduction.referralId(), because, clock.instant()));
            if (phase(introduction).filter(Phase.CONFLICTED::equals).isEmpty()) {
                return;
            }
        }
    }

    /**
     * Tells a referral that waits for no decision of the end of its last conflict. It went on meanwhile, or it was told that another
     * conflict was open, which has ended since.
     */
    private void endContest(Introduction introduction) {
        conflicts
                .last(introduction)
                .filter(last -> !last.isOpen() && !conflicts.isContestedFurther(introduction, last))
                .ifPresent(last -> endOf(last, introduction).ifPresent(verdict -> decide(introduction, last, verdict)));
    }

    /** A referral that was told of an end while another conflict began has to hear that it is still contested. */
    private void hearOfContest(Introduction holder) {
        List<ConflictCase> challengers = challengersOf(holder);
        boolean knows = challengers.isEmpty()
                || claimants
                        .find(holder.referralId())
                        .filter(Claimant::isContested)
                        .isPresent();
        if (!knows) {
            challengers.forEach(conflict -> claimants.contest(holder.referralId(), conflict));
        }
    }

    /** The decision with which a referral continues after a conflict; empty if it was decided against the referral. */
    private Optional<Verdict> endOf(ConflictCase conflict, Introduction introduction) {
        if (conflict.status() == CaseStatus.CLOSED) {
            return Optional.of(conflict.closing(
                    introduction.referralId(), String.valueOf(conflict.closedBecause()), clock.instant()));
        }
        return Optional.ofNullable(conflict.verdict())
                .filter(verdict -> verdict.winner() == null || verdict.winner().equals(introduction.referralId()));
    }

    /**
     * Tells a referral that continues of a decision, and whether another one has yet to be made. If another conflict began at this
     * moment, the referral hears of it after the decision.
     */
    private void decide(Introduction continuing, ConflictCase conflict, Verdict verdict) {
        boolean isContestedFurther = conflicts.isContestedFurther(continuing, conflict);
        Effect unused = claimants.decide(continuing.referralId(), conflict, verdict, isContestedFurther);
        if (!isContestedFurther) {
            conflicts.open(continuing).stream()
                    .filter(other -> !other.id().equals(conflict.id()))
                    .forEach(other -> claimants.contest(continuing.referralId(), other));
        }
    }

    private boolean isWon(Introduction introduction) {
        return phase(introduction).filter(Phase.WON::equals).isPresent();
    }

    private Optional<Phase> phase(Introduction introduction) {
        return claimants.find(introduction.referralId()).map(Claimant::phase);
    }
}
