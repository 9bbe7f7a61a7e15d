package io.entente.platform.events.outbox;

/** Names a collection whose documents have an outbox. A service declares one bean for each of its collections. */
public record OutboxCollection(String name) {}
