package io.entente.referral.attribution;

import io.entente.referral.attribution.Claim.Place;
import io.entente.referral.attribution.ClaimResult.Reserved;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Uses what a partner has held for the referral that it submits afterwards. The referral gets the place of the hold, so it goes
 * before whatever others have introduced since, if that is the same client or a similar one.
 */
final class HeldClients {

    private final Claims claims;
    private final StandingClaims standing;
    private final Clock clock;

    HeldClients(Claims claims, StandingClaims standing, Clock clock) {
        this.claims = claims;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Ends a hold on the key of a claim: the partner for which the client is held gets it with its place, and others get it when
     * the hold is over.
     *
     * @return a refusal as long as the client is held for another partner; otherwise empty, and the key can be taken
     */
    Optional<Reserved> end(Claim hold, Claim claim) {
        if (!isInForce(hold)) {
            claims.forget(hold);
        } else if (claim.by().isByPartnerOf(hold.by())) {
            claims.handOver(hold.by(), claim);
            claims.release(hold.by());
        } else {
            claims.release(claim.by());
            return Optional.of(new Reserved(hold.heldUntil()));
        }
        return Optional.empty();
    }

    /**
     * The place of the first hold of the claim's partner on a similar client, if that goes before the claim that has the key now.
     * Looks for one only if the other claim is so young that a hold that is in force can go before it.
     */
    Optional<Place> placeBefore(Claim holder, Claim claim) {
        boolean isYoung = holder.place().since().isAfter(clock.instant().minus(Claim.HOLD));
        return !isYoung || claim.by().isByPartnerOf(holder.by())
                ? Optional.empty()
                : standing.similarOrHeld(claim).stream()
                        .filter(hold -> isUsableBy(claim, hold) && hold.precedes(holder))
                        .map(Claim::place)
                        .findFirst();
    }

    /**
     * Gives a claim the place of its partner's first hold among similar clients, and ends these holds.
     *
     * @return the claim with its place from now on; empty if the claim is lost, because the sweep took its writer for dead
     */
    Optional<Claim> use(Claim taken, List<Claim> similar) {
        Claim claim = taken;
        for (Claim hold : similar) {
            if (isUsableBy(claim, hold)) {
                if (hold.precedes(claim)) {
                    if (!claims.moveUp(claim, hold.place())) {
                        return Optional.empty();
                    }
                    claim = claim.at(hold.place());
                }
                claims.release(hold.by());
            }
        }
        return Optional.of(claim);
    }

    private boolean isUsableBy(Claim claim, Claim hold) {
        return hold.isHold() && claim.by().isByPartnerOf(hold.by()) && isInForce(hold);
    }

    private boolean isInForce(Claim hold) {
        return hold.heldUntil().isAfter(clock.instant());
    }
}
