package io.entente.commission.accrual;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work that the client bought.
 *
 * @param startsOn first day; absent while unknown
 * @param endsOn last day; absent where open-ended or unknown
 */
public record Engagement(Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

    public Engagement {
        Objects.requireNonNull(kind, "engagement.kind");
    }

    /** How long it goes on. */
    public enum Kind {
        /** Until it is delivered. */
        PROJECT,
        /** While the client pays for it. */
        RETAINER
    }
}
