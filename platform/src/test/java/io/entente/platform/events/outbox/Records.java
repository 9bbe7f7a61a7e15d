package io.entente.platform.events.outbox;

import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes outbox records for tests. */
final class Records {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Records() {}

    static OutboxRecord record(String subject, long sequence) {
        EventEnvelope envelope = new EventEnvelope(
                subject + "/" + sequence,
                "test.happened.v1",
                "/test",
                subject,
                NOON,
                subject,
                sequence,
                null,
                null,
                null);
        return new OutboxRecord("test.events", envelope, "{}");
    }

    /** An outbox of records from 1, each added by a write of its own. */
    static PendingOutbox pending(String subject, int count) {
        return pending(subject, 1, count);
    }

    /** An outbox whose earlier records have been acknowledged already. */
    static PendingOutbox pending(String subject, int from, int to) {
        List<OutboxRecord> records = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) {
            records.add(record(subject, sequence).addedWith(sequence));
        }
        return new PendingOutbox("things", subject, new Outbox(to, NOON, records));
    }
}
