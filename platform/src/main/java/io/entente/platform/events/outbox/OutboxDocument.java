package io.entente.platform.events.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A document that contains the outbox of its aggregate, in the fields {@code _id}, {@code version} and {@code outbox}.
 */
public interface OutboxDocument {

    String id();

    /** 1 when the document is created, one more with each write. */
    long version();

    @Nullable
    Outbox outbox();
}
