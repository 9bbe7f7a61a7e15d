package io.entente.referral.attribution;

import io.entente.platform.domain.IdGenerator;
import io.entente.referral.attribution.Outcome.Contested;
import io.entente.referral.attribution.ProtectionDates.Due;
import io.entente.referral.attribution.ProtectionDates.Kind;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.policy.AttributionPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the life of a referral asks of attribution: a claim before it is written, and claims and conflicts brought in line
 * after it changed. Each is put on record before it begins; what a crash leaves half done, {@link #sweep} finishes.
 */
public final class Attribution {

    private static final Logger LOG = LoggerFactory.getLogger(Attribution.class);

    private final Undertakings undertakings;
    private final ProtectionDates dates;
    private final Claimants claimants;
    private final AttributionPolicies policies;
    private final AttributionSettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final Claiming claiming;
    private final ConflictSettlement settlement;

    public Attribution(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            Undertakings undertakings,
            ProtectionDates dates,
            AttributionPolicies policies,
            AttributionSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.undertakings = undertakings;
        this.dates = dates;
        this.claimants = claimants;
        this.policies = policies;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.claiming = new Claiming(claims, claimants, cases, policies, settings.grace(), clock);
        this.settlement = new ConflictSettlement(claims, claimants, cases, undertakings, claiming, ids, clock);
    }

    ConflictSettlement settlement() {
        return settlement;
    }

    /**
     * A claim that was made for a referral.
     *
     * @param undertaking on record until the referral is written and everybody is told
     */
    public record Attempt(Undertaking undertaking, Outcome outcome) {}

    /**
     * Claims a client for a referral that is about to be written; {@link #introduced} once it is. What comes of it if it never
     * is, the sweep sees to.
     */
    public Attempt introduce(Introduction introduction) {
        Undertaking undertaking = changing(introduction);
        Outcome outcome = claiming.claim(introduction);
        if (outcome instanceof Outcome.Repeated) {
            undertakings.done(undertaking);
        }
        return new Attempt(undertaking, outcome);
    }

    /** The referral is written: if it is contested, the other one is told. */
    public void introduced(Attempt attempt) {
        if (attempt.outcome() instanceof Outcome.Held && isLate(attempt.undertaking())) {
            // Its writer may have been taken for dead, and its client claimed: the sweep brings the two in line.
            return;
        }
        orLater(
                attempt.undertaking(),
                undertaking ->
                        !(attempt.outcome() instanceof Contested contested) || settlement.tell(contested.conflict()));
    }

    /** Half the grace leaves the other half for clocks that disagree. */
    private boolean isLate(Undertaking undertaking) {
        return !clock.instant()
                .isBefore(undertaking.since().plus(settings.grace().dividedBy(2)));
    }

    /** Takes a client for an imported referral where nobody has it; opens no conflict. */
    public boolean claimIfFree(Introduction introduction) {
        return claiming.claimIfFree(introduction);
    }

    /** Before a referral is changed in a way that its claim must follow; {@link #changed} once it is. */
    public Undertaking changing(Introduction introduction) {
        Undertaking undertaking = Undertaking.claiming(introduction, clock.instant(), ids);
        undertakings.begin(undertaking);
        return undertaking;
    }

    /** Brings claim and conflicts in line with a referral that was changed. */
    public void changed(Undertaking undertaking) {
        orLater(undertaking, settlement::finish);
    }

    /** A change that didn't come about: the referral is as it was, and so is its claim. */
    public void unchanged(Undertaking undertaking) {
        undertakings.done(undertaking);
    }

    /**
     * Before a protection is granted or extended: plans its end, and the reminders before it. Were the change itself not
     * written then, what is planned is void.
     */
    public void protect(String referralId, Instant until) {
        Instant now = clock.instant();
        List<Due> planned = new ArrayList<>();
        for (Instant reminder : policies.inForce().reminders(until)) {
            if (reminder.isAfter(now)) {
                planned.add(new Due(reminder, Kind.REMIND, referralId, until));
            }
        }
        planned.add(new Due(until, Kind.EXPIRE, referralId, until));
        dates.plan(planned);
    }

    /**
     * Finishes what is half done, and does what is due: reminders, and the end of protections. Costs what there is of it.
     *
     * @return how much there was
     */
    public int sweep() {
        int found = 0;
        Instant now = clock.instant();
        for (Undertaking left : undertakings.waitingSince(now.minus(settings.grace()), settings.sweepBatch())) {
            found++;
            undertakings.postpone(left, now);
            orLater(left, settlement::finish);
        }
        for (Due due : dates.due(now, settings.sweepBatch())) {
            found++;
            fallDue(due);
        }
        return found;
    }

    private void fallDue(Due due) {
        try {
            switch (due.kind()) {
                case REMIND -> claimants.remind(due.referralId(), due.protectedUntil(), due.at());
                case EXPIRE ->
                    claimants
                            .find(due.referralId())
                            .map(Claimant::introduction)
                            .ifPresent(introduction -> expire(introduction, due));
            }
            dates.done(due);
        } catch (RuntimeException e) {
            LOG.warn("{} of {} not done, the next sweep does it: {}", due.kind(), due.referralId(), e.toString());
        }
    }

    private void expire(Introduction introduction, Due due) {
        Undertaking undertaking = changing(introduction);
        claimants.expire(introduction.referralId(), due.protectedUntil());
        changed(undertaking);
    }

    /** Does a step that may fail without what caused it having failed: the sweep then does it. */
    private void orLater(Undertaking undertaking, Predicate<Undertaking> step) {
        try {
            if (step.test(undertaking)) {
                undertakings.done(undertaking);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} is half done, the sweep finishes it: {}", undertaking.id(), e.toString());
        }
    }
}
