package io.entente.partner.partnership.details;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact that has left the partner. Its name and addresses are gone with it.
 *
 * @param level null if none was named
 * @param actor who recorded it
 */
public record Departure(String contactId, String role, @Nullable ContactLevel level, Instant at, String actor) {

    /** Of more departures, the first are forgotten; each stays an event. */
    public static final int MAX_PER_PARTNER = 50;

    private static final String ERASED = "erased";

    /** The same without the role, which is in the partner's own words. */
    public Departure erased() {
        return withRole(ERASED);
    }

    public Departure withRole(String other) {
        return new Departure(contactId, other, level, at, actor);
    }
}
