package io.entente.platform.events.outbox;

/** A collection whose documents carry an outbox. A service declares one bean for each of its own. */
public record OutboxCollection(String name) {}
