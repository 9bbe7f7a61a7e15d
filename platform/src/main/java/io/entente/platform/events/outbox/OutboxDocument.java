package io.entente.platform.events.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A document that carries its aggregate's outbox: its fields are stored as {@code _id}, {@code version} and
 * {@code outbox}.
 */
public interface OutboxDocument {

    String id();

    /** 1 when created, one more with every write. */
    long version();

    @Nullable
    Outbox outbox();
}
