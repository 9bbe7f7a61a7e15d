package io.entente.referral.referral.facts;

import io.entente.platform.domain.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something happens, who causes it, and whether it is history.
 *
 * @param actor {@code system}, or a kind and an id, {@code import:<id>}; never a name
 */
public record Occurrence(Instant at, String actor, Origin origin) {

    private static final String PARTNER = "partner:";

    /** Now, by the program itself. */
    public static Occurrence live(Clock clock) {
        return live(clock, Actor.SYSTEM);
    }

    /** Now, to the millisecond: as exactly as a store keeps it. */
    public static Occurrence live(Clock clock, Actor actor) {
        return new Occurrence(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.value(), Origin.LIVE);
    }

    /** Of an import, at the time that its row says. */
    public static Occurrence imported(Instant at, String importId) {
        return new Occurrence(at, importer(importId), Origin.IMPORT);
    }

    /** The actor of what an import does. */
    public static String importer(String importId) {
        return "import:" + importId;
    }

    /** What a clock of the referral says has happened. */
    public static Occurrence ofClock(Instant at) {
        return new Occurrence(at, Actor.SYSTEM.value(), Origin.LIVE);
    }

    public boolean isLive() {
        return origin == Origin.LIVE;
    }

    /** Whether a partner causes it, and not the firm. */
    public boolean isByPartner() {
        return actor.startsWith(PARTNER);
    }

    /** Whether somebody else's partner causes it: one that mustn't know of the referral. */
    public boolean isByOtherPartnerThan(String partnerId) {
        return isByPartner() && !actor.equals(PARTNER + partnerId);
    }
}
