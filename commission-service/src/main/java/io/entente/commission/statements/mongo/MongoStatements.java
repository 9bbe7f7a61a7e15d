package io.entente.commission.statements.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementEvent;
import io.entente.commission.statements.StatementEvent.StatementFinalized;
import io.entente.commission.statements.StatementEvent.StatementIssued;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.Statements;
import io.entente.commission.statements.lists.ListedStatement;
import io.entente.commission.statements.lists.StatementFilter;
import io.entente.commission.statements.lists.StatementList;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.runtime.lists.IndexedList;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Statements in the collection {@code statements}, each with its outbox. */
@Repository
class MongoStatements implements Statements, StatementList {

    static final String COLLECTION = "statements";
    static final String TO_INVOICE = "toInvoice";
    static final String DISPUTED = "disputed";

    private final AggregateStore<Statement, StatementEvent, StatementDocument> store;
    private final MongoOperations mongo;
    private final MeterRegistry meters;
    private final IndexedList list;

    MongoStatements(
            AggregateStores stores, EventRecorder recorder, MongoOperations mongo, MeterRegistry meters, Clock clock) {
        this.store = stores.of(new StatementMapping(recorder));
        this.mongo = mongo;
        this.meters = meters;
        this.list = new IndexedList(mongo, COLLECTION, ListedStatement.ORDERS, clock);
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return store.find(id.value());
    }

    @Override
    public Page<Statement> page(StatementFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedStatement.query(filter), page);
        Map<String, Statement> found =
                store
                        .find(query(where("_id").in(ids.items()))
                                .limit(Math.max(1, ids.items().size())))
                        .stream()
                        .collect(Collectors.toMap(statement -> statement.id().value(), Function.identity()));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public boolean add(Change<Statement, StatementEvent> made) {
        boolean added = store.insert(made, null).isPresent();
        if (added) {
            count(made);
        }
        return added;
    }

    @Override
    public Optional<Loaded<Statement>> load(StatementId id) {
        return store.load(id.value());
    }

    @Override
    public void update(Loaded<Statement> before, Change<Statement, StatementEvent> changed) {
        CompletableFuture<Void> unused = store.replace(before, changed);
        count(changed);
    }

    @Override
    public List<Statement> due(Instant now, int count) {
        return store.find(
                new Query(where("finalizeAt").lte(now).and("openDisputes").is(0))
                        .with(Sort.by("finalizeAt"))
                        .limit(count));
    }

    @Override
    public List<Statement> disputed(
            @Nullable PartnerId partnerId, @Nullable Quarter quarter, @Nullable String from, int count) {
        Criteria criteria = where(DISPUTED).is(true);
        if (from != null) {
            criteria = criteria.and("_id").gte(from);
        }
        if (partnerId != null) {
            criteria = criteria.and("partnerId").is(partnerId.value());
        }
        if (quarter != null) {
            criteria = criteria.and("quarter").is(quarter.toString());
        }
        return store.find(new Query(criteria).with(Sort.by("_id")).limit(count));
    }

    @Override
    public List<Statement> toInvoice(int count) {
        return store.find(new Query(where(TO_INVOICE).is(true)).limit(count));
    }

    @Override
    public void doneWithInvoice(StatementId id) {
        mongo.updateFirst(new Query(where("_id").is(id.value())), new Update().unset(TO_INVOICE), COLLECTION);
    }

    private void count(Change<Statement, StatementEvent> change) {
        for (StatementEvent event : change.events()) {
            if (event instanceof StatementIssued) {
                meters.counter("entente.statements.issued").increment();
            } else if (event instanceof StatementFinalized) {
                meters.counter("entente.statements.finalized").increment();
            }
        }
    }
}
