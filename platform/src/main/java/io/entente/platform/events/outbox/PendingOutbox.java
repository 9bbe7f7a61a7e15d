package io.entente.platform.events.outbox;

/** An outbox that waits to be published, and the document that holds it. */
public record PendingOutbox(String collection, String documentId, Outbox outbox) {}
