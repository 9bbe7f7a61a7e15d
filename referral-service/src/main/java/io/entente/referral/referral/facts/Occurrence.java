package io.entente.referral.referral.facts;

import io.entente.platform.domain.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Describes when something happens, who causes it, and whether it is history.
 *
 * @param actor {@code system}, or a kind and an id such as {@code import:<id>}; never a name
 */
public record Occurrence(Instant at, String actor, Origin origin) {

    /** Something that the program itself does now. */
    public static Occurrence live(Clock clock) {
        return live(clock, Actor.SYSTEM);
    }

    /** Something that an actor does now. The time has milliseconds, which is as exact as the store. */
    public static Occurrence live(Clock clock, Actor actor) {
        return new Occurrence(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.value(), Origin.LIVE);
    }

    /** Something that an import adds, at the time in its row. */
    public static Occurrence imported(Instant at, String importId) {
        return new Occurrence(at, importer(importId), Origin.IMPORT);
    }

    /** Returns the actor for the changes of an import. */
    public static String importer(String importId) {
        return "import:" + importId;
    }

    /** Something that a clock of the referral reports for the given time. */
    public static Occurrence ofClock(Instant at) {
        return new Occurrence(at, Actor.SYSTEM.value(), Origin.LIVE);
    }

    public boolean isLive() {
        return origin == Origin.LIVE;
    }

    /** Whether a partner causes it, rather than the firm. */
    public boolean isByPartner() {
        return new Actor(actor).isPartner();
    }

    /** Whether another partner causes it, which mustn't know of the referral. */
    public boolean isByOtherPartnerThan(String partnerId) {
        return isByPartner() && !new Actor(actor).isPartner(partnerId);
    }
}
