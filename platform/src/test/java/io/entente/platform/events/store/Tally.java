package io.entente.platform.events.store;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A small aggregate: a sum that must not become negative. */
record Tally(String id, long version, int total) {

    /** A number was added. */
    record Added(int number) {}

    static Change<Tally, Added> start(String id, int total) {
        return Change.of(new Tally(id, 1, total), new Added(total));
    }

    Decision<Change<Tally, Added>> add(int number) {
        if (total + number < 0) {
            return Decision.rejected("the total would be negative");
        }
        return Decision.allowed(
                number == 0
                        ? Change.nothing(this)
                        : Change.of(new Tally(id, version + 1, total + number), new Added(number)));
    }

    /** The stored form of a tally. */
    record TallyDocument(@Id String id, long version, int total, @Nullable Receipt receipt, @Nullable Outbox outbox)
            implements AggregateDocument {}

    /** Maps tallies to documents. */
    record Mapping(String collection, EventRecorder recorder) implements AggregateMapping<Tally, Added, TallyDocument> {

        @Override
        public Class<TallyDocument> documentType() {
            return TallyDocument.class;
        }

        @Override
        public long version(Tally tally) {
            return tally.version();
        }

        @Override
        public Tally read(TallyDocument document) {
            return new Tally(document.id(), document.version(), document.total());
        }

        @Override
        public TallyDocument write(Tally tally, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
            return new TallyDocument(tally.id(), tally.version(), tally.total(), receipt, outbox);
        }

        @Override
        public List<OutboxRecord> records(Change<Tally, Added> change, Instant now) {
            Tally tally = change.state();
            return change.events().stream()
                    .map(added -> recorder.record(
                            "referral.events", "test.added.v1", tally.id(), tally.id(), tally.version(), now, added))
                    .toList();
        }
    }
}
