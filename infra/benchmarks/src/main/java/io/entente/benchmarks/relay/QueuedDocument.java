package io.entente.benchmarks.relay;

import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxDocument;
import org.springframework.data.annotation.Id;

/** An aggregate of which nothing matters but that it has an outbox. */
record QueuedDocument(@Id String id, long version, Outbox outbox) implements OutboxDocument {}
