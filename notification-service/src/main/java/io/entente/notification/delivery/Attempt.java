package io.entente.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver, as the delivery log keeps it.
 *
 * @param error what went wrong, without any address; absent where it was sent
 */
public record Attempt(Instant at, Outcome outcome, @Nullable String error) {

    /** How a try ended. */
    public enum Outcome {
        /** The mail server took it. */
        SENT,
        /** Not now; another try may do better. */
        FAILED,
        /** Never: another try would end the same. */
        REJECTED
    }

    public static Attempt sent(Instant at) {
        return new Attempt(at, Outcome.SENT, null);
    }
}
