package io.entente.platform.events.envelope;

import org.jspecify.annotations.Nullable;

/** A record that can't be read as the event it claims to be. Reading it again won't help: it is parked, never retried. */
public final class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
