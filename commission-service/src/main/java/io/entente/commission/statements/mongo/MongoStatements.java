package io.entente.commission.statements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementEvent;
import io.entente.commission.statements.StatementEvent.StatementIssued;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.Statements;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.AggregateWriter;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Statements in the collection {@code statements}, each with its outbox. */
@Repository
class MongoStatements implements Statements {

    static final String COLLECTION = "statements";

    private final MongoOperations mongo;
    private final AggregateWriter writer;
    private final StatementRecords records;
    private final MeterRegistry meters;
    private final Clock clock;

    MongoStatements(
            MongoOperations mongo, AggregateWriter writer, EventRecorder recorder, MeterRegistry meters, Clock clock) {
        this.mongo = mongo;
        this.writer = writer;
        this.records = new StatementRecords(recorder);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return stored(id).map(StatementDocument::toStatement);
    }

    @Override
    public Page<Statement> list(@Nullable PartnerId partnerId, @Nullable Quarter quarter, PageRequest page) {
        Criteria criteria = new Criteria();
        if (partnerId != null) {
            criteria = criteria.and("partnerId").is(partnerId.value());
        }
        if (quarter != null) {
            criteria = criteria.and("quarter").is(quarter.toString());
        }
        if (page.after() != null) {
            criteria = criteria.and("_id").gt(page.after());
        }
        List<StatementDocument> found = mongo.find(
                new Query(criteria).with(Sort.by("_id")).limit(page.fetch()), StatementDocument.class, COLLECTION);
        return Page.of(found, page, StatementDocument::id).map(StatementDocument::toStatement);
    }

    @Override
    public boolean add(Change<Statement, StatementEvent> made) {
        try {
            CompletableFuture<Void> unused = writer.insert(COLLECTION, document(made, null));
            count(made);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @Override
    public void update(Change<Statement, StatementEvent> changed) {
        StatementId id = changed.state().id();
        StatementDocument before = stored(id).orElseThrow(() -> new ConcurrentUpdateException("gone: " + id));
        CompletableFuture<Void> unused = writer.replace(COLLECTION, document(changed, before.outbox()));
        count(changed);
    }

    @Override
    public List<Statement> due(Instant now, int count) {
        Query due = new Query(where("finalizeAt").lte(now).and("openDisputes").is(0))
                .with(Sort.by("finalizeAt"))
                .limit(count);
        return mongo.find(due, StatementDocument.class, COLLECTION).stream()
                .map(StatementDocument::toStatement)
                .toList();
    }

    private Optional<StatementDocument> stored(StatementId id) {
        return Optional.ofNullable(mongo.findById(id.value(), StatementDocument.class, COLLECTION));
    }

    private StatementDocument document(Change<Statement, StatementEvent> change, @Nullable Outbox pending) {
        Statement statement = change.state();
        Outbox outbox =
                Outbox.after(pending, statement.version(), clock.instant(), records.of(statement, change.events()));
        return StatementDocument.of(statement, outbox);
    }

    private void count(Change<Statement, StatementEvent> change) {
        for (StatementEvent event : change.events()) {
            meters.counter(
                            event instanceof StatementIssued
                                    ? "entente.statements.issued"
                                    : "entente.statements.finalized")
                    .increment();
        }
    }
}
