package io.entente.referral.deals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The work that the client bought.
 *
 * @param endsOn the last day; absent where open-ended or unknown
 */
public record Engagement(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    /** Whether the work ends. */
    public enum Kind {
        /** Ends when it is delivered. */
        PROJECT,
        /** Goes on while the client pays for it. */
        RETAINER
    }
}
