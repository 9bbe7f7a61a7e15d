package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * One record that waits in an aggregate's outbox for the broker's acknowledgement.
 *
 * @param topic the topic's name as the design gives it, without an installation's prefix
 * @param data the event as JSON; null for a tombstone
 */
public record OutboxRecord(String topic, EventEnvelope envelope, @Nullable String data) {}
