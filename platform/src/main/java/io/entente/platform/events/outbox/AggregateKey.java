package io.entente.platform.events.outbox;

/** Identifies the document of an aggregate within a service. */
record AggregateKey(String collection, String documentId) {}
