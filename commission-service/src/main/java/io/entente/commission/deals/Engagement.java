package io.entente.commission.deals;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work that a client bought.
 *
 * @param startsOn null if unknown
 * @param endsOn null if open-ended or unknown
 */
public record Engagement(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    public Engagement {
        Objects.requireNonNull(kind, "engagement.kind");
    }

    /** Whether the engagement ends. */
    public enum Kind {
        /** Ends with the delivery of the work. */
        PROJECT,
        /** Continues as long as the client pays. Commission accrues on each payment. */
        RETAINER
    }
}
