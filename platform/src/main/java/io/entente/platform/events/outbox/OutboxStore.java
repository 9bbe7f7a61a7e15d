package io.entente.platform.events.outbox;

import java.util.List;
import java.util.function.Consumer;

/** Where outboxes are found and cleared. */
public interface OutboxStore {

    /** Hands over every outbox of a collection, in no order, reading as it goes. */
    void forEachPending(String collection, Consumer<PendingOutbox> action);

    /** Clears each outbox that still is at the version given, and leaves the others. */
    void clear(String collection, List<PendingOutbox> published);
}
