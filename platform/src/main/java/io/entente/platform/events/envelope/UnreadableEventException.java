package io.entente.platform.events.envelope;

import org.jspecify.annotations.Nullable;

/** A record can't be read as the event that it claims to be. Another attempt would fail, too, so the record is parked. */
public final class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
