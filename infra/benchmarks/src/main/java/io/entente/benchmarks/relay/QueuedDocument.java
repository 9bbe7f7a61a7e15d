package io.entente.benchmarks.relay;

import io.entente.platform.events.outbox.Outbox;
import org.springframework.data.annotation.Id;

/** An aggregate that has an outbox and nothing else. */
record QueuedDocument(@Id String id, long version, Outbox outbox) {}
