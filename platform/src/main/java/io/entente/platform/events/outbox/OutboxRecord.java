package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits in an aggregate's outbox until the broker has acknowledged it.
 *
 * @param topic the topic's name without the prefix of an installation
 * @param data the event as JSON; null for a tombstone
 * @param version the version of the document with whose write the record was added; 0 until an outbox takes the record.
 *     Versions rise with each write, so the records up to a version can be cleared without touching later ones
 */
public record OutboxRecord(String topic, EventEnvelope envelope, @Nullable String data, long version) {

    /** A record that is in no outbox yet. */
    public OutboxRecord(String topic, EventEnvelope envelope, @Nullable String data) {
        this(topic, envelope, data, 0);
    }

    OutboxRecord addedWith(long documentVersion) {
        return new OutboxRecord(topic, envelope, data, documentVersion);
    }
}
