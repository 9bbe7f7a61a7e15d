package io.entente.platform.events.outbox;

/**
 * The broker has acknowledged the records of a document up to a version.
 *
 * @param version the highest version all of whose records are acknowledged
 */
public record Acknowledgement(String documentId, long version) {}
