package io.entente.referral.referral.facts;

import io.entente.platform.domain.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Describes when something happens, who causes it, and whether it is history.
 */
public record Occurrence(Instant at, Actor actor, Origin origin) {

    /** Something that the program itself does now. */
    public static Occurrence live(Clock clock) {
        return live(clock, Actor.SYSTEM);
    }

    /** Something that an actor does now. The time has milliseconds, which is as exact as the store. */
    public static Occurrence live(Clock clock, Actor actor) {
        return new Occurrence(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor, Origin.LIVE);
    }

    /** Something that an import adds, at the time in its row. */
    public static Occurrence imported(Instant at, String importId) {
        return new Occurrence(at, Actor.imported(importId), Origin.IMPORT);
    }

    /** Something that a clock of the referral reports for the given time. */
    public static Occurrence ofClock(Instant at) {
        return new Occurrence(at, Actor.SYSTEM, Origin.LIVE);
    }

    public boolean isLive() {
        return origin == Origin.LIVE;
    }

    /** Whether a partner causes it, rather than the firm. */
    public boolean isByPartner() {
        return actor.isPartner();
    }

    /** Whether another partner causes it, which mustn't know of the referral. */
    public boolean isByOtherPartnerThan(String partnerId) {
        return isByPartner() && !actor.isPartner(partnerId);
    }
}
