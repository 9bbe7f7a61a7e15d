package io.entente.referral.attribution;

import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which claims still hold, and which of them are on similar clients. */
final class StandingClaims {

    private static final String IN_FLIGHT = "SUBMITTED";

    private final Claims claims;
    private final Claimants claimants;
    private final AttributionPolicies policies;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long a claim holds before its referral is written */
    StandingClaims(Claims claims, Claimants claimants, AttributionPolicies policies, Duration grace, Clock clock) {
        this.claims = claims;
        this.claimants = claimants;
        this.policies = policies;
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether a claim still holds. If its referral is missing, it is about to be written, or its writer has died. */
    boolean holds(Claim claim) {
        Instant now = clock.instant();
        @Nullable Claimant claimant = claimants.find(claim.by().referralId()).orElse(null);
        return claimant == null ? claim.takenAt().plus(grace).isAfter(now) : claimant.holds(now);
    }

    /** The state of the referral that claims. */
    String stateOf(Claim claim) {
        return claimants.find(claim.by().referralId()).map(Claimant::state).orElse(IN_FLIGHT);
    }

    /**
     * The claims that hold other keys and whose clients are similar beyond the threshold, in their order. A claim that was found
     * by its name counts only if it holds its key, because it waits for the holder otherwise.
     */
    List<Claim> similarTo(Claim claim) {
        // A hold has no referral with which another one could be in conflict. The order is decided when its partner
        // submits one.
        return similarOrHeld(claim).stream().filter(other -> !other.isHold()).toList();
    }

    /**
     * Like {@link #similarTo}, with the similar clients that are only held for a partner. If the partner submits its referral, it
     * has the place of the hold, and a referral of another partner would wait for it.
     */
    List<Claim> similarOrHeld(Claim claim) {
        return holding(claims.near(claim), other -> isSimilar(claim.by().client(), claim, other));
    }

    /** The claims that hold the key of a client, or that of a similar one. */
    List<Claim> around(Claim claim) {
        Claims.Around found = claims.around(claim);
        List<Claim> similar =
                holding(found.similar(), other -> isSimilar(claim.by().client(), claim, other));
        return Stream.concat(Stream.ofNullable(found.holder()), similar.stream())
                .toList();
    }

    /**
     * Like {@link #similarOrHeld}, for a partner that asks about a client. If it hasn't named the country, that may be the country of any
     * of the others, and initials are a sign in one country only.
     */
    List<Claim> similarToQuestion(Claim question) {
        ClientIdentity client = question.by().client();
        return holding(claims.near(question), other -> {
            String country = client.country() == null ? other.by().client().country() : client.country();
            return isSimilar(client.in(country), question, other);
        });
    }

    private List<Claim> holding(List<Claim> near, Predicate<Claim> isSimilar) {
        Set<ClientKey> keys = near.stream()
                .filter(isSimilar)
                .map(other -> other.by().client().key())
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return List.of();
        }
        return claims.holding(keys).stream()
                .filter(isSimilar)
                .sorted(Comparator.comparing(Claim::place))
                .toList();
    }

    private boolean isSimilar(ClientIdentity client, Claim claim, Claim other) {
        Matching matching = policies.inForce().matching();
        Likeness likeness = matching.compare(client, other.by().client());
        return !other.by().isOf(claim.by()) && !likeness.isSameKey() && matching.isConflict(likeness);
    }
}
