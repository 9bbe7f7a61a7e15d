package io.entente.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one aggregate that the broker hasn't acknowledged yet. They are part of the aggregate's document, so they are
 * written together with the state that caused them. A document has no outbox if all its records are acknowledged.
 *
 * @param version the document's version at the last write that added a record, which is the version of the last record
 * @param since when the oldest record was added
 * @param records in the order in which they must reach the broker; never empty
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional outbox</a>
 */
public record Outbox(long version, Instant since, List<OutboxRecord> records) {

    /** An aggregate with this many unacknowledged records accepts no further command until the broker acknowledges some. */
    public static final int MAX_RECORDS = 200;

    /** Records that are in no outbox yet become records of this version. */
    public Outbox {
        long added = version;
        records = records.stream()
                .map(record -> record.version() == 0 ? record.addedWith(added) : record)
                .toList();
    }

    /**
     * The outbox after a write.
     *
     * @param pending the outbox as it was read, without the records that are known to be acknowledged
     * @param version the document's version with this write
     * @return null if nothing has to be published
     * @throws OutboxFullException if there would be more than {@link #MAX_RECORDS}
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

    /** This outbox without the records up to a version; null if none is left. */
    public @Nullable Outbox withoutUpTo(long acknowledged) {
        if (acknowledged >= version) {
            return null;
        }
        return new Outbox(
                version,
                since,
                records.stream()
                        .filter(record -> record.version() > acknowledged)
                        .toList());
    }
}
