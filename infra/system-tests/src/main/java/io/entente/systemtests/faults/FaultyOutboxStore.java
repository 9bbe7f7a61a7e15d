package io.entente.systemtests.faults;

import io.entente.platform.events.outbox.OutboxStore;
import io.entente.platform.events.outbox.PendingOutbox;
import java.util.List;
import java.util.function.Consumer;

/** Wraps the service's own outbox store and has a fault point before an outbox is cleared. */
record FaultyOutboxStore(OutboxStore store, Fault fault) implements OutboxStore {

    @Override
    public void forEachPending(String collection, Consumer<PendingOutbox> action) {
        store.forEachPending(collection, action);
    }

    @Override
    public void clear(String collection, List<Acknowledgement> acknowledged) {
        fault.pass(FaultPoint.BEFORE_CLEAR);
        store.clear(collection, acknowledged);
    }
}
