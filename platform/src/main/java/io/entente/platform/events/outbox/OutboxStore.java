package io.entente.platform.events.outbox;

import java.util.List;
import java.util.function.Consumer;

/** Finds the outboxes of stored aggregates and clears what has been published. */
public interface OutboxStore {

    /** Hands over each outbox of a collection, in no particular order, while reading. */
    void forEachPending(String collection, Consumer<PendingOutbox> action);

    /**
     * Removes acknowledged records. Records that were added by later writes stay, whoever has written them.
     *
     * @param acknowledged at most one entry for each document
     */
    void clear(String collection, List<Acknowledgement> acknowledged);

    /**
     * The broker has acknowledged the records of a document up to a version.
     *
     * @param version the highest version all of whose records are acknowledged
     */
    record Acknowledgement(String documentId, long version) {}
}
