package io.entente.commission.deals;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work that a client bought.
 *
 * @param startsOn absent while unknown
 * @param endsOn absent where open-ended or unknown
 */
public record Engagement(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    public Engagement {
        Objects.requireNonNull(kind, "engagement.kind");
    }

    /** Whether it ends. */
    public enum Kind {
        /** Ends when it is delivered. */
        PROJECT,
        /** Goes on while the client pays for it; commission accrues on each payment. */
        RETAINER
    }
}
