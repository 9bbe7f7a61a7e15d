package io.entente.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver, as the delivery log shows it.
 *
 * @param error the failure, without any address; absent if the mail was sent
 */
public record Attempt(Instant at, Outcome outcome, @Nullable String error) {

    /** How an attempt ended. */
    public enum Outcome {
        /** The mail server accepted the mail. */
        SENT,
        /** A transient failure. A retry may succeed. */
        FAILED,
        /** A permanent failure. A retry would fail as well. */
        REJECTED
    }

    public static Attempt sent(Instant at) {
        return new Attempt(at, Outcome.SENT, null);
    }
}
