package io.entente.referral.referral.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A next step of a referral.
 *
 * @param what a command's path, or {@code protection-ends}, {@code client-decision}, {@code conflict-decision}
 * @param dueAt when the step is due; absent if nobody promised a time
 */
public record NextStep(String what, @Nullable Instant dueAt, Awaited awaited) {

    /** Who has to take the step. */
    public enum Awaited {
        FIRM,
        PARTNER,
        CLIENT,
        /** Nobody; the step comes with time. */
        NOBODY
    }
}
