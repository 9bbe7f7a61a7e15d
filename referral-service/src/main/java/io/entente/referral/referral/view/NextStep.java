package io.entente.referral.referral.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for a referral.
 *
 * @param what a command's path, or {@code protection-ends}, {@code client-decision}, {@code conflict-decision}
 * @param dueAt by when it is promised, or will be; absent where nobody promised a time
 */
public record NextStep(String what, @Nullable Instant dueAt, Awaited awaited) {

    /** Whom it waits for. */
    public enum Awaited {
        FIRM,
        PARTNER,
        CLIENT,
        /** Only time has to pass. */
        NOBODY
    }
}
