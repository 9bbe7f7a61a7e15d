package io.entente.platform.events.store;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says how aggregates of one kind are stored and which records announce their events. Each repository brings one.
 *
 * @param <A> the aggregate
 * @param <E> its events
 * @param <D> its document
 */
public interface AggregateMapping<A, E, D extends AggregateDocument> {

    /** The collection's name. The service must also declare an {@code OutboxCollection} of this name. */
    String collection();

    Class<D> documentType();

    /** The aggregate's version: 1 when it is created, one more with each change. */
    long version(A aggregate);

    /** Reads an aggregate. The document may lack its outbox, because reads that don't lead to a write leave it out. */
    A read(D document);

    /**
     * Writes an aggregate.
     *
     * @param receipt the receipt from the aggregate's creation, to be stored as it is
     * @param outbox the outbox after this change, to be stored as it is
     * @param now the time of this write
     */
    D write(A aggregate, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now);

    /**
     * Writes a changed aggregate over its document. What a document keeps of the one before is taken over here.
     *
     * @param before the document that is replaced
     */
    default D rewrite(A aggregate, D before, @Nullable Outbox outbox, Instant now) {
        return write(aggregate, before.receipt(), outbox, now);
    }

    /**
     * The records that will be published, in their order: the change's events, and snapshots of the aggregate if there are
     * any.
     *
     * @param now the time of this write
     */
    List<OutboxRecord> records(Change<A, E> change, Instant now);
}
