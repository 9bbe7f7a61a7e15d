package io.entente.referral.attribution;

import io.entente.referral.attribution.ClaimResult.Contested;
import io.entente.referral.attribution.ClaimResult.Held;
import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.ClaimResult.Reserved;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.policy.AttributionPolicies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes claims. If several introductions of one client arrive at once, one of them holds the client, and each of the others
 * learns which one. Of two similar clients that arrive at once at least one sees the other. Claims have a total order ({@link
 * Claim#precedes}), so among any number of similar clients exactly one precedes all others: each of the others waits for one
 * that precedes it. Claiming is idempotent.
 */
final class Claiming {

    /** The maximum number of claims of ended referrals that one claim takes over before it fails. */
    static final int MAX_TAKEOVERS = 20;

    /** The maximum number of consecutive cases of the same two referrals. */
    private static final int MAX_CASES_OF_TWO = 100;

    private final Claims claims;
    private final Claimants claimants;
    private final ConflictCases cases;
    private final AttributionPolicies policies;
    private final StandingClaims standing;
    private final HeldClients held;
    private final Clock clock;

    Claiming(
            Claims claims,
            Claimants claimants,
            ConflictCases cases,
            AttributionPolicies policies,
            StandingClaims standing,
            Clock clock) {
        this.claims = claims;
        this.claimants = claimants;
        this.cases = cases;
        this.policies = policies;
        this.standing = standing;
        this.held = new HeldClients(claims, standing, clock);
        this.clock = clock;
    }

    /** The relation of one claim to another. */
    private sealed interface Encounter {

        /** The other claim does not hold its client any more, or its referral was never written. */
        record Gone() implements Encounter {}

        /** The other claim is no obstacle: a decision lets both share the client, or both belong to one partner. */
        record Aside() implements Encounter {}

        /**
         * The referral of the other claim waits for this one in an open conflict. It got ahead while this claim was lost, because the
         * sweep took a slow writer for dead, or while the client was held for this one's partner under other details.
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
                Optional<Claim> own = heldFromNow(holder, claim);
                if (own.isPresent()) {
                    return amongSimilar(own.get(), overtaken);
                }
                continue;
            }
            if (holder.isHold()) {
                Optional<Reserved> reserved = held.end(holder, claim);
                if (reserved.isPresent()) {
                    return reserved.get();
                }
                continue;
            }
            Optional<Claim> early = held.placeBefore(holder, claim).map(claim::at);
            claim = early.orElse(claim);
            Encounter met = early.isPresent() ? overtake(mine, holder) : meet(mine, holder);
            if (met instanceof Encounter.Own own) {
                claims.release(mine);
                return new Repeated(holder.by(), own.state());
            }
            if (met instanceof Encounter.Conflict conflict) {
                claims.release(mine);
                return new Contested(conflict.opened());
            }
            if (met instanceof Encounter.Aside) {
                // Those who share a client have one place.
                return amongSimilar(claim.at(holder.place()), overtaken);
            }
            if (met instanceof Encounter.Waiting) {
                overtaken.add(holder);
                if (claims.handOver(holder, claim)) {
                    return amongSimilar(claim.precedes(holder) ? claim : claim.at(holder.place()), overtaken);
                }
            } else {
                giveUp(holder);
            }
        }
        throw new IllegalStateException("Could not take the claim on %s, which kept changing"
                .formatted(mine.client().key()));
    }

    /**
     * Gives up the claim of a referral that doesn't hold its client any more. The {@link #nextHolder} gets the client at this
     * moment, even if the sweep hasn't ended the referral yet. Otherwise a newcomer would get ahead of it.
     */
    void giveUp(Claim ended) {
        Optional<Introduction> next = nextHolder(ended.by());
        if (next.isEmpty() || claims.handOver(ended, Claim.taken(next.get(), clock.instant()))) {
            claims.forget(ended);
        }
    }

    /**
     * The referral that gets the client if the holder's referral has ended: one that shares the client with it, or else the
     * challenger that has waited longest. Empty if there is none.
     */
    Optional<Introduction> nextHolder(Introduction ended) {
        if (claimants.find(ended.referralId()).isEmpty()) {
            return Optional.empty();
        }
        List<ConflictCase> all = cases.of(ended.referralId());
        return first(sharing(all, ended))
                .or(() -> first(all.stream()
                        .filter(conflict ->
                                conflict.isOpen() && conflict.holder().isOf(ended))
                        .map(ConflictCase::challenger)
                        .filter(challenger -> claimants
                                .find(challenger.referralId())
                                .filter(claimant -> claimant.phase() == Claimant.Phase.CONFLICTED)
                                .isPresent())));
    }

    /** The referrals that share the client with a referral by a decision, and still hold it. */
    List<Introduction> sharing(Introduction mine) {
        return sharing(cases.of(mine.referralId()), mine).toList();
    }

    private Stream<Introduction> sharing(List<ConflictCase> all, Introduction mine) {
        return all.stream()
                .filter(ConflictCase::isShared)
                .map(conflict -> conflict.against(mine.referralId()))
                .filter(other -> claimants
                        .find(other.referralId())
                        .filter(claimant -> claimant.holds(clock.instant()))
                        .isPresent());
    }

    private static Optional<Introduction> first(Stream<Introduction> introductions) {
        return introductions.min(Comparator.comparing(Introduction::at).thenComparing(Introduction::referralId));
    }

    /** Claims a client unless another partner holds it or a similar one. */
    boolean claimIfFree(Introduction mine) {
        Claim claim = Claim.taken(mine, clock.instant());
        Claim holder = claims.take(claim);
        if (holder.isHold() && held.end(holder, claim).isEmpty()) {
            holder = claims.take(claim);
        }
        boolean free = holder.by().isOf(mine)
                && standing.similarTo(claim).stream()
                        .allMatch(other -> !standing.holds(other) || mine.isByPartnerOf(other.by()));
        if (!free) {
            claims.release(mine);
        }
        return free;
    }

    /**
     * Whether another partner holds the client or a similar one, and no decision lets the two share it. Changes nothing. An
     * introduction that holds its client itself, or whose partner does, is in nobody's way.
     */
    boolean isHeldByAnother(Introduction mine) {
        List<Claim> around = standing.around(Claim.taken(mine, clock.instant()));
        if (around.stream().anyMatch(other -> mine.isByPartnerOf(other.by()) && isOfSameKey(mine, other))) {
            return false;
        }
        return around.stream()
                .filter(other -> isOfSameKey(mine, other) || !other.isHold())
                .filter(other -> !mine.isByPartnerOf(other.by()))
                .filter(other -> other.isHold() ? other.heldUntil().isAfter(clock.instant()) : standing.holds(other))
                .anyMatch(other -> !isShared(mine, other.by()));
    }

    private static boolean isOfSameKey(Introduction mine, Claim other) {
        return other.by().client().key().equals(mine.client().key());
    }

    private boolean isShared(Introduction mine, Introduction other) {
        return cases.of(mine.referralId()).stream()
                .anyMatch(conflict -> conflict.isOfReferral(other.referralId()) && conflict.isShared());
    }

    /** @param overtaken claims on the same key that wait for this one */
    private ClaimResult amongSimilar(Claim taken, List<Claim> overtaken) {
        List<Claim> similar = standing.similarOrHeld(taken);
        Optional<Claim> used = held.use(taken, similar);
        if (used.isEmpty()) {
            return claim(taken.by());
        }
        Claim claim = used.get();
        List<Claim> later = new ArrayList<>(overtaken);
        for (Claim other : similar.stream().filter(one -> !one.isHold()).toList()) {
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
                return amongSimilar(isAhead ? claim.at(other.place()) : claim, overtaken);
            }
        }
        return new Held(later);
    }

    /** A claim of an earlier attempt counts only once it is renewed, because the sweep may be giving it up at this moment. */
    private Optional<Claim> heldFromNow(Claim held, Claim claim) {
        if (held.equals(claim)) {
            return Optional.of(claim);
        }
        Claim renewed = held.renewed(claim.takenAt());
        return claims.renew(held, renewed.takenAt()) ? Optional.of(renewed) : Optional.empty();
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

    /** Lets the referral that has the key wait for this one, unless it waits already, is won, or shares the client. */
    private Encounter overtake(Introduction mine, Claim holder) {
        boolean isWon = claimants
                .find(holder.by().referralId())
                .filter(claimant -> claimant.phase() == Claimant.Phase.WON)
                .isPresent();
        return !isWon
                        && standing.holds(holder)
                        && (waits(holder.by()) || against(mine, holder).isPresent())
                ? new Encounter.Waiting()
                : meet(mine, holder);
    }

    private boolean waits(Introduction introduction) {
        return cases.of(introduction.referralId()).stream()
                .anyMatch(conflict -> conflict.isOpen() && conflict.challenger().isOf(introduction));
    }

    private Encounter meet(Introduction mine, Claim other) {
        if (!standing.holds(other)) {
            return new Encounter.Gone();
        }
        Likeness likeness =
                policies.inForce().matching().compare(mine.client(), other.by().client());
        if (mine.isByPartnerOf(other.by())) {
            return likeness.isSameKey() ? new Encounter.Own(standing.stateOf(other)) : new Encounter.Aside();
        }
        ConflictCase conflict = between(mine, other.by(), likeness);
        if (!conflict.isOpen()) {
            return new Encounter.Aside();
        }
        return conflict.challenger().isOf(mine) ? new Encounter.Conflict(conflict) : new Encounter.Waiting();
    }

    /**
     * The open case of the two or the one by which they share the client, or else a new one in which the other is the holder. An
     * earlier decision for one of them doesn't count: they meet again only if the one that lost holds the client by a later
     * decision, or because it was reopened.
     */
    private ConflictCase between(Introduction mine, Introduction other, Likeness likeness) {
        for (int attempt = 1; attempt <= MAX_CASES_OF_TWO; attempt++) {
            CaseId id = CaseId.of(mine.referralId(), other.referralId(), attempt);
            Optional<ConflictCase> known = cases.find(id);
            ConflictCase conflict = known.isPresent()
                    ? known.get()
                    : cases.open(ConflictCase.open(id, other, mine, likeness, policies.inForce(), clock.instant()));
            if (conflict.isOpen() || conflict.isShared()) {
                return conflict;
            }
        }
        throw new IllegalStateException(
                "Referrals %s and %s had too many conflicts".formatted(mine.referralId(), other.referralId()));
    }
}
