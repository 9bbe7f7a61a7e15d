package io.entente.referral.attribution;

import io.entente.referral.attribution.ClaimResult.Repeated;
import io.entente.referral.attribution.checks.Availability;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells partners whether a client is free before they refer it, and holds it for one that has asked. */
final class Reservations {

    private final Claims claims;
    private final StandingClaims standing;
    private final Claiming claiming;
    private final Clock clock;

    Reservations(Claims claims, StandingClaims standing, Claiming claiming, Clock clock) {
        this.claims = claims;
        this.standing = standing;
        this.claiming = claiming;
        this.clock = clock;
    }

    /** Tells whether a client is free for a partner, without claiming it. */
    Availability check(Introduction asking) {
        for (Claim other : claims.holding(List.of(asking.client().key()))) {
            Optional<Introduction> holder = holder(other);
            boolean isOwn = holder.filter(asking::isByPartnerOf).isPresent();
            if (holder.isPresent() && !(isOwn && other.isHold())) {
                return isOwn ? Availability.OWN : Availability.TAKEN;
            }
        }
        List<Claim> similar = standing.similarToQuestion(Claim.taken(asking, clock.instant()));
        if (similar.stream()
                .flatMap(other -> holder(other).stream())
                .anyMatch(holder -> !asking.isByPartnerOf(holder))) {
            return Availability.SIMILAR;
        }
        boolean isOwn = similar.stream()
                .filter(other -> !other.isHold())
                .flatMap(other -> holder(other).stream())
                .anyMatch(asking::isByPartnerOf);
        return isOwn ? Availability.OWN : Availability.FREE;
    }

    /** Whoever would have the client before a referral that is submitted now; empty if nobody would. */
    private Optional<Introduction> holder(Claim claim) {
        boolean holds = claim.isHold() ? claim.heldUntil().isAfter(clock.instant()) : standing.holds(claim);
        return holds ? Optional.of(claim.by()) : claiming.nextHolder(claim.by());
    }

    /** Finds the claim of a partner that holds the client. */
    Optional<Repeated> repetition(String partnerId, ClientIdentity client) {
        return claims.holding(List.of(client.key())).stream()
                .filter(claim -> !claim.isHold() && claim.by().partnerId().equals(partnerId) && standing.holds(claim))
                .map(claim -> new Repeated(claim.by(), standing.stateOf(claim)))
                .findFirst();
    }

    /**
     * Takes the key of a client for a partner that has asked for it. An earlier hold of the same partner stays as it is. Two partners
     * can't hold similar clients: if they ask at the same moment, one of them gets the hold at most.
     */
    Optional<Instant> hold(Introduction asking) {
        Claim claim = Claim.taken(asking, clock.instant());
        for (int takeovers = 0; takeovers < Claiming.MAX_TAKEOVERS; takeovers++) {
            Claim holder = claims.take(claim);
            if (holder.by().isOf(asking)) {
                return heldUnlessSimilar(holder);
            }
            boolean holds = holder.isHold() ? holder.heldUntil().isAfter(clock.instant()) : standing.holds(holder);
            if (holds) {
                claims.release(asking);
                return holder.isHold() && asking.isByPartnerOf(holder.by())
                        ? Optional.of(holder.heldUntil())
                        : Optional.empty();
            }
            claiming.giveUp(holder);
        }
        claims.release(asking);
        return Optional.empty();
    }

    private Optional<Instant> heldUnlessSimilar(Claim hold) {
        boolean isContested = standing.similarOrHeld(hold).stream()
                .filter(other -> !hold.by().isByPartnerOf(other.by()))
                .anyMatch(other -> holder(other).isPresent());
        if (isContested) {
            claims.release(hold.by());
        }
        return isContested ? Optional.empty() : Optional.of(hold.heldUntil());
    }

    void release(Introduction asking) {
        claims.release(asking);
    }
}
