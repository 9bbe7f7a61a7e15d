package io.entente.referral.attribution;

import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Held;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.ClaimResult.Reserved;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.CaseStatus;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes claims. If several introductions of one client arrive at once, one of them holds the client, and each of the others
 * learns which one. Of two similar clients that arrive at once at least one sees the other. Claims have a total order ({@link
 * Claim#precedes}), so among any number of similar clients exactly one precedes all others: each of the others waits for one
 * that precedes it. Claiming is idempotent.
 */
final class Claiming {

    /** The most claims of ended referrals that one claim takes over before it fails. */
    private static final int MAX_TAKEOVERS = 20;

    /** The most consecutive cases of the same two referrals. */
    private static final int MAX_CASES_OF_TWO = 100;

    private static final String IN_FLIGHT = "SUBMITTED";

    private final Claims claims;
    private final Claimants claimants;
    private final ConflictCases cases;
    private final AttributionPolicies policies;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long a claim holds before its referral is written */
    Claiming(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            AttributionPolicies policies,
            Duration grace,
            Clock clock) {
        this.claims = claims;
        this.claimants = claimants;
        this.cases = cases;
        this.policies = policies;
        this.grace = grace;
        this.clock = clock;
    }

    /** The relation of one claim to another. */
    private sealed interface Encounter {

        /** The other claim does not hold its client any more, or its referral was never written. */
        record Gone() implements Encounter {}

        /** The other claim is no obstacle: the conflict has been decided, or both belong to one partner. */
        record Aside() implements Encounter {}

        /**
         * The referral of the other claim waits for this one in an open conflict. It got ahead while this claim was lost, because the
         * sweep took a slow writer for dead.
         */
        record Waiting() implements Encounter {}

        /** An operator must decide. */
        record Conflict(ConflictCase opened) implements Encounter {}

        /** The same partner holds the same client. */
        record Own(String state) implements Encounter {}
    }

    ClaimResult claim(Introduction mine) {
        Claim claim = Claim.taken(mine, clock.instant());
        List<Claim> overtaken = new ArrayList<>();
        for (int takeovers = 0; takeovers < MAX_TAKEOVERS; takeovers++) {
            Claim holder = claims.take(claim);
            if (holder.by().isOf(mine)) {
                if (isHeldFromNow(holder, claim)) {
                    return amongSimilar(new Claim(mine, claim.takenAt(), holder.place()), overtaken);
                }
                continue;
            }
            if (holder.isHold()) {
                Optional<ClaimResult> reserved = endHold(holder, claim);
                if (reserved.isPresent()) {
                    return reserved.get();
                }
                continue;
            }
            Encounter met = meet(mine, holder);
            if (met instanceof Encounter.Own own) {
                claims.release(mine);
                return new Repeated(holder.by(), own.state());
            }
            if (met instanceof Encounter.Conflict conflict) {
                claims.release(mine);
                return new Contested(conflict.opened());
            }
            if (met instanceof Encounter.Aside) {
                return amongSimilar(claim, overtaken);
            }
            if (met instanceof Encounter.Waiting) {
                boolean unused = claims.handOver(holder, claim);
                overtaken.add(holder);
            } else {
                giveUp(holder);
            }
        }
        throw new IllegalStateException("Could not take the claim on %s, which kept changing"
                .formatted(mine.client().key()));
    }

    /**
     * Ends a hold: the partner for which the client is held gets it with its place, and others get it when the hold is over.
     *
     * @return a refusal as long as the client is held for another partner; otherwise empty, and the key can be taken
     */
    private Optional<ClaimResult> endHold(Claim hold, Claim claim) {
        if (claim.by().isByPartnerOf(hold.by())) {
            claims.handOver(hold.by(), claim);
            claims.release(hold.by());
        } else if (hold.heldUntil().isAfter(clock.instant())) {
            claims.release(claim.by());
            return Optional.of(new Reserved(hold.heldUntil()));
        } else {
            claims.forget(hold);
        }
        return Optional.empty();
    }

    /** Tells whether a client is free for a partner, without claiming it. */
    Availability check(Introduction asking) {
        for (Claim other : claims.holding(List.of(asking.client().key()))) {
            boolean isOwn = asking.isByPartnerOf(other.by());
            if (other.isHold() ? !isOwn && other.heldUntil().isAfter(clock.instant()) : holds(other)) {
                return isOwn ? Availability.OWN : Availability.TAKEN;
            }
        }
        boolean isSimilar = similar(Claim.taken(asking, clock.instant())).stream()
                .anyMatch(other -> !asking.isByPartnerOf(other.by()) && holds(other));
        return isSimilar ? Availability.SIMILAR : Availability.FREE;
    }

    /** Finds the claim of a partner that holds the client. */
    Optional<Repeated> repetition(String partnerId, ClientIdentity client) {
        return claims.holding(List.of(client.key())).stream()
                .filter(claim -> !claim.isHold() && claim.by().partnerId().equals(partnerId) && holds(claim))
                .map(claim -> new Repeated(claim.by(), stateOf(claim)))
                .findFirst();
    }

    /** Takes the key of a client for a partner that has asked for it. An earlier hold of the same partner stays as it is. */
    Optional<Instant> hold(Introduction asking) {
        Claim claim = Claim.taken(asking, clock.instant());
        for (int takeovers = 0; takeovers < MAX_TAKEOVERS; takeovers++) {
            Claim holder = claims.take(claim);
            if (holder.by().isOf(asking)) {
                return Optional.of(holder.heldUntil());
            }
            boolean holds = holder.isHold() ? holder.heldUntil().isAfter(clock.instant()) : holds(holder);
            if (holds) {
                claims.release(asking);
                return holder.isHold() && asking.isByPartnerOf(holder.by())
                        ? Optional.of(holder.heldUntil())
                        : Optional.empty();
            }
            giveUp(holder);
        }
        claims.release(asking);
        return Optional.empty();
    }

    void release(Introduction asking) {
        claims.release(asking);
    }

    /**
     * Gives up the claim of a referral that doesn't hold its client any more. The challenger that has waited longest gets the
     * client at this moment, even if the sweep hasn't ended the referral yet. Otherwise a newcomer would get ahead of it.
     */
    private void giveUp(Claim ended) {
        Optional<Introduction> next = firstChallenger(ended.by());
        if (next.isEmpty() || claims.handOver(ended, Claim.taken(next.get(), clock.instant()))) {
            claims.forget(ended);
        }
    }

    private Optional<Introduction> firstChallenger(Introduction ended) {
        if (claimants.find(ended.referralId()).isEmpty()) {
            return Optional.empty();
        }
        return cases.of(ended.referralId()).stream()
                .filter(conflict -> conflict.isOpen() && conflict.holder().isOf(ended))
                .map(ConflictCase::challenger)
                .filter(challenger -> claimants
                        .find(challenger.referralId())
                        .filter(claimant -> claimant.phase() == Claimant.Phase.CONFLICTED)
                        .isPresent())
                .min(Comparator.comparing(Introduction::at).thenComparing(Introduction::referralId));
    }

    /** Claims a client unless another partner holds it or a similar one. */
    boolean claimIfFree(Introduction mine) {
        Claim claim = Claim.taken(mine, clock.instant());
        Claim holder = claims.take(claim);
        boolean free = holder.by().isOf(mine)
                && similar(claim).stream().allMatch(other -> !holds(other) || mine.isByPartnerOf(other.by()));
        if (!free) {
            claims.release(mine);
        }
        return free;
    }

    /** @param overtaken claims on the same key that wait for this one */
    private ClaimResult amongSimilar(Claim claim, List<Claim> overtaken) {
        List<Claim> later = new ArrayList<>(overtaken);
        for (Claim other : similar(claim)) {
            if (!other.precedes(claim)) {
                later.add(other);
                continue;
            }
            Encounter met = meet(claim.by(), other);
            if (met instanceof Encounter.Conflict conflict) {
                return new Contested(conflict.opened());
            }
            if (met instanceof Encounter.Gone) {
                giveUp(other);
                // A challenger of the other one may have got its place.
                return amongSimilar(claim, overtaken);
            }
            if (met instanceof Encounter.Waiting) {
                boolean isAhead = claims.handOver(other, claim);
                return amongSimilar(isAhead ? new Claim(claim.by(), claim.takenAt(), other.place()) : claim, overtaken);
            }
        }
        return new Held(later);
    }

    /** A claim of an earlier attempt counts only once it is renewed, because the sweep may be giving it up at this moment. */
    private boolean isHeldFromNow(Claim held, Claim claim) {
        return held.equals(claim) || claims.renew(held, claim.takenAt());
    }

    /**
     * The claims that hold other keys and whose clients are similar beyond the threshold, in their order. A claim that was found
     * by its name counts only if it holds its key, because it waits for the holder otherwise.
     */
    private List<Claim> similar(Claim claim) {
        Set<ClientKey> keys = claims.near(claim).stream()
                .filter(other -> isSimilar(claim, other))
                .map(other -> other.by().client().key())
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return List.of();
        }
        return claims.holding(keys).stream()
                // A hold is on exactly one client and does not concern similar ones.
                .filter(other -> !other.isHold() && isSimilar(claim, other))
                .sorted(Comparator.comparing(Claim::place))
                .toList();
    }

    private boolean isSimilar(Claim claim, Claim other) {
        Matching matching = policies.inForce().matching();
        Likeness likeness = matching.compare(claim.by().client(), other.by().client());
        return !other.by().isOf(claim.by()) && !likeness.isSameKey() && matching.isConflict(likeness);
    }

    /**
     * The open case in which a later claim waits for this one. A claim that was taken at the same time may have looked for others
     * before this one was written.
     *
     * @return empty if the two need no decision, or not another one
     */
    Optional<ConflictCase> against(Introduction mine, Claim later) {
        if (mine.isByPartnerOf(later.by())) {
            return Optional.empty();
        }
        Likeness likeness =
                policies.inForce().matching().compare(mine.client(), later.by().client());
        return Optional.of(between(later.by(), mine, likeness))
                .filter(conflict -> conflict.isOpen() && conflict.challenger().isOf(later.by()));
    }

    private Encounter meet(Introduction mine, Claim other) {
        if (!holds(other)) {
            return new Encounter.Gone();
        }
        Likeness likeness =
                policies.inForce().matching().compare(mine.client(), other.by().client());
        if (mine.isByPartnerOf(other.by())) {
            return likeness.isSameKey() ? new Encounter.Own(stateOf(other)) : new Encounter.Aside();
        }
        ConflictCase conflict = between(mine, other.by(), likeness);
        if (!conflict.isOpen()) {
            return new Encounter.Aside();
        }
        return conflict.challenger().isOf(mine) ? new Encounter.Conflict(conflict) : new Encounter.Waiting();
    }

    /** The open or decided case of the two, or else a new one in which the other is the holder. */
    private ConflictCase between(Introduction mine, Introduction other, Likeness likeness) {
        for (int attempt = 1; attempt <= MAX_CASES_OF_TWO; attempt++) {
            CaseId id = CaseId.of(mine.referralId(), other.referralId(), attempt);
            Optional<ConflictCase> known = cases.find(id);
            ConflictCase conflict = known.isPresent()
                    ? known.get()
                    : cases.open(ConflictCase.open(id, other, mine, likeness, policies.inForce(), clock.instant()));
            if (conflict.status() != CaseStatus.CLOSED) {
                return conflict;
            }
        }
        throw new IllegalStateException(
                "Referrals %s and %s had too many conflicts".formatted(mine.referralId(), other.referralId()));
    }

    /** Whether a claim still holds. If its referral is missing, it is about to be written, or its writer has died. */
    boolean holds(Claim claim) {
        Instant now = clock.instant();
        @Nullable Claimant claimant = claimants.find(claim.by().referralId()).orElse(null);
        return claimant == null ? claim.takenAt().plus(grace).isAfter(now) : claimant.holds(now);
    }

    private String stateOf(Claim claim) {
        return claimants.find(claim.by().referralId()).map(Claimant::state).orElse(IN_FLIGHT);
    }
}
