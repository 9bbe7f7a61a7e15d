package io.entente.platform.events.outbox;

import io.entente.platform.domain.TransientFailure;

/** An aggregate's outbox has reached its bound because the broker has been away for long: try again later (HTTP 503). */
public final class OutboxFullException extends RuntimeException implements TransientFailure {

    public OutboxFullException(String subject) {
        super("%s has %d unpublished events; it takes no command until they are published"
                .formatted(subject, Outbox.MAX_RECORDS));
    }
}
