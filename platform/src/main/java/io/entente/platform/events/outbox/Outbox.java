package io.entente.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one aggregate that the broker hasn't acknowledged yet, embedded in the aggregate's document and therefore
 * written with the state that caused them. Absent from a document once all are acknowledged.
 *
 * @param version the document's version at the last write to this outbox. The relay clears the outbox only where this is
 *     still what it published, so a record added meanwhile is never cleared unpublished
 * @param since when the oldest record was added
 * @param records in the order in which they must reach the broker
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional outbox</a>
 */
public record Outbox(long version, Instant since, List<OutboxRecord> records) {

    /** An aggregate with this many unpublished records takes no further command until the broker is back. */
    public static final int MAX_RECORDS = 200;

    public Outbox {
        records = List.copyOf(records);
    }

    /**
     * The outbox after a write.
     *
     * @param pending what the document held before; may have been published meanwhile, which makes a duplicate, no loss
     * @param version the document's version with this write
     * @throws OutboxFullException past {@link #MAX_RECORDS}
     */
    public static @Nullable Outbox after(
            @Nullable Outbox pending, long version, Instant now, List<OutboxRecord> added) {
        if (added.isEmpty()) {
            return pending;
        }
        if (pending == null) {
            return new Outbox(version, now, added);
        }
        if (pending.records().size() + added.size() > MAX_RECORDS) {
            throw new OutboxFullException(pending.records().get(0).envelope().subject());
        }
        List<OutboxRecord> all =
                Stream.concat(pending.records().stream(), added.stream()).toList();
        return new Outbox(version, pending.since(), all);
    }
}
