package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Held;
import io.entente.referral.attribution.ProtectionDates.Action;
import io.entente.referral.attribution.ProtectionDates.Due;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.checks.ClientHolds;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps claims and conflicts consistent with the referrals: claims a client before a referral is written, and adjusts claims
 * and conflicts after a referral has changed. Each change is recorded before it begins, and {@link #sweep} finishes changes
 * that a crash has interrupted.
 */
public final class Attribution implements ClientHolds {

    private static final Logger LOG = LoggerFactory.getLogger(Attribution.class);

    private final PendingClaimChanges pendingChanges;
    private final ProtectionDates dates;
    private final Claimants claimants;
    private final AttributionPolicies policies;
    private final AttributionSettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final Claiming claiming;
    private final Reservations reservations;
    private final ConflictSettlement settlement;

    public Attribution(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            PendingClaimChanges pendingChanges,
            ProtectionDates dates,
            AttributionPolicies policies,
            AttributionSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.pendingChanges = pendingChanges;
        this.dates = dates;
        this.claimants = claimants;
        this.policies = policies;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        StandingClaims standing = new StandingClaims(claims, claimants, policies, settings.grace(), clock);
        this.claiming = new Claiming(claims, claimants, cases, policies, standing, clock);
        this.reservations = new Reservations(claims, standing, claiming, clock);
        this.settlement =
                new ConflictSettlement(claims, claimants, cases, pendingChanges, claiming, standing, ids, clock);
    }

    ConflictSettlement settlement() {
        return settlement;
    }

    /**
     * A claim that was made for a referral.
     *
     * @param pending is recorded until the referral is written and both partners are informed
     */
    public record Attempt(PendingClaimChange pending, ClaimResult result) {}

    /**
     * Claims a client for a referral that is about to be written. Call {@link #introduced} once it is written; if it never is,
     * the sweep releases the claim.
     */
    public Attempt introduce(Introduction introduction) {
        PendingClaimChange pending = changing(introduction);
        ClaimResult result = claiming.claim(introduction);
        if (result instanceof ClaimResult.Repeated || result instanceof ClaimResult.Reserved) {
            pendingChanges.done(pending);
        }
        return new Attempt(pending, result);
    }

    /**
     * Completes a claim after its referral has been written. If the client is contested, both referrals are informed. The sweep may
     * have taken a late writer for dead, given the client away and closed its conflict. It will find out and settle that.
     */
    public void introduced(Attempt attempt) {
        PendingClaimChange pending = attempt.pending();
        if (attempt.result() instanceof Contested || attempt.result() instanceof Held) {
            if (!isLate(pending)) {
                complete(pending, attempt.result());
            }
        } else {
            pendingChanges.doneSoon(pending);
        }
    }

    private void complete(PendingClaimChange pending, ClaimResult result) {
        if (result instanceof Contested contested) {
            finishOrLeaveToSweep(pending, change -> settlement.inform(contested.conflict()));
        } else if (result instanceof Held held) {
            held(pending, held);
        }
    }

    private void held(PendingClaimChange pending, Held held) {
        Introduction introduction = pending.introduction();
        if (introduction == null || held.later().isEmpty()) {
            pendingChanges.doneSoon(pending);
        } else {
            finishOrLeaveToSweep(pending, change -> settlement.contestLater(introduction, held.later()));
        }
    }

    /** Half of the grace remains as a margin for clocks that differ. */
    private boolean isLate(PendingClaimChange pending) {
        return !clock.instant().isBefore(pending.since().plus(settings.grace().dividedBy(2)));
    }

    /**
     * Finds the introduction of a partner that holds a client already, so that another one would be a repetition. The result
     * doesn't depend on the introductions of other partners.
     */
    public Optional<ClaimResult.Repeated> repetition(String partnerId, ClientIdentity client) {
        return reservations.repetition(partnerId, client);
    }

    @Override
    public Availability check(Introduction asking) {
        return reservations.check(asking);
    }

    @Override
    public Optional<Instant> hold(Introduction asking) {
        return reservations.hold(asking);
    }

    @Override
    public void release(Introduction asking) {
        reservations.release(asking);
    }

    /** Claims a client for an imported referral if nobody holds it. Never opens a conflict. */
    public boolean claimIfFree(Introduction introduction) {
        return claiming.claimIfFree(introduction);
    }

    /**
     * Whether another partner holds the client of an imported referral, or a similar client, and nobody has decided whose it is.
     * Changes nothing.
     */
    public boolean isHeldByAnother(Introduction introduction) {
        return claiming.isHeldByAnother(introduction);
    }

    /**
     * Claims the client of a referral that was imported without a claim. If another partner holds it, a conflict begins, and the
     * referral waits in it afterwards.
     */
    public void claimLate(Introduction introduction) {
        PendingClaimChange pending = changing(introduction);
        if (settlement.finish(pending)) {
            pendingChanges.done(pending);
        }
    }

    /** Call this before a change of a referral that affects its claim, and {@link #changed} afterwards. */
    public PendingClaimChange changing(Introduction introduction) {
        PendingClaimChange change = PendingClaimChange.claiming(introduction, clock.instant(), ids);
        pendingChanges.begin(change);
        return change;
    }

    /** Adjusts the claim and the conflicts of a referral that has changed. */
    public void changed(PendingClaimChange pending) {
        finishOrLeaveToSweep(pending, settlement::finish);
    }

    /** Ends a change that did not happen. The referral and its claim are as they were. */
    public void unchanged(PendingClaimChange pending) {
        pendingChanges.done(pending);
    }

    /**
     * Plans the end of a protection and the reminders before it. Call this before the protection is granted or extended. If
     * that write then fails, the planned dates have no effect.
     */
    public void protect(String referralId, Instant until) {
        dates.plan(planned(referralId, until));
    }

    /**
     * Does the same for referrals that an import adds. A protection that ended before the import holds no client, and nobody is
     * told of its end.
     *
     * @param ends by the referrals' ids
     */
    public void protectImported(Map<String, Instant> ends) {
        Instant now = clock.instant();
        List<Due> planned = ends.entrySet().stream()
                .filter(end -> end.getValue().isAfter(now))
                .flatMap(end -> planned(end.getKey(), end.getValue()).stream())
                .toList();
        if (!planned.isEmpty()) {
            dates.plan(planned);
        }
    }

    private List<Due> planned(String referralId, Instant until) {
        Instant now = clock.instant();
        List<Due> planned = new ArrayList<>();
        for (Instant reminder : policies.inForce().reminders(until)) {
            if (reminder.isAfter(now)) {
                planned.add(new Due(reminder, Action.REMIND, referralId, until));
            }
        }
        planned.add(new Due(until, Action.EXPIRE, referralId, until));
        return planned;
    }

    /**
     * Finishes interrupted changes, sends the reminders that are due and ends the protections that have run out.
     *
     * @return the number of changes and dates that were found
     */
    public int sweep() {
        int found = 0;
        Instant now = clock.instant();
        while (found < settings.sweepBatch()) {
            Optional<PendingClaimChange> overdue = pendingChanges.acquireOverdue();
            if (overdue.isEmpty()) {
                break;
            }
            found++;
            finishOrLeaveToSweep(overdue.get(), settlement::finish);
        }
        for (Due due : dates.due(now, settings.sweepBatch())) {
            found++;
            fallDue(due);
        }
        return found;
    }

    private void fallDue(Due due) {
        try {
            switch (due.action()) {
                case REMIND -> claimants.remind(due.referralId(), due.protectedUntil(), due.at());
                case EXPIRE ->
                    claimants
                            .find(due.referralId())
                            .map(Claimant::introduction)
                            .ifPresent(introduction -> expire(introduction, due));
            }
            dates.done(due);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} of referral {} failed; the next sweep tries again: {}",
                    due.action(),
                    due.referralId(),
                    e.toString());
        }
    }

    private void expire(Introduction introduction, Due due) {
        PendingClaimChange pending = changing(introduction);
        claimants.expire(introduction.referralId(), due.protectedUntil());
        changed(pending);
    }

    /** Performs a step whose failure must not fail the change that caused it. */
    private void finishOrLeaveToSweep(PendingClaimChange pending, Predicate<PendingClaimChange> step) {
        try {
            if (step.test(pending)) {
                pendingChanges.done(pending);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} was interrupted; the sweep will finish it: {}", pending.id(), e.toString());
        }
    }
}
