package io.entente.commission.plans.mongo;

import io.entente.commission.plans.publication.PlanEvent;
import io.entente.commission.plans.publication.PlanPublication;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateDocument;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** Maps what was told about a plan to a document, and publishes the events. */
final class PlanPublicationMapping
        implements AggregateMapping<PlanPublication, PlanEvent, PlanPublicationMapping.Stored> {

    static final String COLLECTION = "plan_publications";

    private final PlanRecords records;

    PlanPublicationMapping(EventRecorder recorder) {
        this.records = new PlanRecords(recorder);
    }

    /** The stored form. The list has one entry for each version that was told. */
    record Stored(@Id String id, long version, String code, List<ToldVersion> told, @Nullable Outbox outbox)
            implements AggregateDocument {}

    /** @param lastDay as text, so that no time zone shifts it; null if the version was told without an end */
    record ToldVersion(long version, @Nullable String lastDay) {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<Stored> documentType() {
        return Stored.class;
    }

    @Override
    public long version(PlanPublication publication) {
        return publication.sequence();
    }

    @Override
    public PlanPublication read(Stored document) {
        Map<Long, Optional<LocalDate>> told = new TreeMap<>();
        document.told()
                .forEach(one -> told.put(
                        one.version(), Optional.ofNullable(one.lastDay()).map(LocalDate::parse)));
        return new PlanPublication(document.code(), document.version(), told);
    }

    @Override
    public Stored write(PlanPublication publication, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        List<ToldVersion> told = new TreeMap<>(publication.told())
                .entrySet().stream()
                        .map(one -> new ToldVersion(
                                one.getKey(),
                                one.getValue().map(LocalDate::toString).orElse(null)))
                        .toList();
        return new Stored(publication.id(), publication.sequence(), publication.code(), told, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<PlanPublication, PlanEvent> change, Instant now) {
        return change.events().stream()
                .map(event -> records.of(change.state(), event))
                .toList();
    }
}
