package io.entente.platform.events.outbox;

import io.entente.platform.domain.TransientFailure;

/** The outbox of an aggregate has reached its bound because the broker has been away for long. Try again later (HTTP 503). */
public final class OutboxFullException extends RuntimeException implements TransientFailure {

    public OutboxFullException(String subject) {
        super("%s has %d unpublished events; it accepts no command until some are published"
                .formatted(subject, Outbox.MAX_RECORDS));
    }
}
