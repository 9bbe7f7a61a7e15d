package io.entente.platform.events.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Loaded;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxFullException;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.PendingOutbox;
import io.entente.platform.events.outbox.Publication;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Stores aggregates of one kind, each as one document that also carries the events that the broker hasn't acknowledged yet.
 * State and events are written in a single operation; after the write the events go to the relay. This is the only way for a
 * service to store an aggregate that emits events. It is used by the adapter of a repository's port, and the port stays plain
 * Java:
 *
 * <pre>{@code
 * final class MongoPartners implements Partners {
 *
 *     private final AggregateStore<Partner, PartnerEvent, PartnerDocument> store;
 *
 *     MongoPartners(AggregateStores stores, EventRecorder recorder) {
 *         this.store = stores.of(new PartnerMapping(recorder));
 *     }
 *
 *     public Optional<Decision<Saved<Partner, PartnerEvent>>> change(
 *             PartnerId id, Function<Partner, Decision<Change<Partner, PartnerEvent>>> decide) {
 *         return store.change(id.value(), decide);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link #change} takes one read and one write if no other write comes in between, and starts again with the read if one
 * does. An operation whose answer is more than a {@link Decision}, or that has to do something before and after the write,
 * uses {@link #load} and {@link #replace} within its own {@link OptimisticRetry}; they cost the same.
 *
 * <p>Each method throws Spring's data access exceptions if the store can't be reached.
 *
 * @param <A> the aggregate
 * @param <E> its events
 * @param <D> its document
 */
public final class AggregateStore<A, E, D extends AggregateDocument> {

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String OUTBOX = "outbox";

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Clock clock;
    private final AggregateMapping<A, E, D> mapping;
    private final UnorderedInserts inserts;

    AggregateStore(
            MongoOperations mongo,
            OutboxRelay relay,
            Clock clock,
            ApplicationEventPublisher events,
            AggregateMapping<A, E, D> mapping) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
        this.mapping = mapping;
        this.inserts = new UnorderedInserts(mongo, events, mapping.collection());
    }

    /**
     * Stores a new aggregate and publishes its events.
     *
     * @param receipt what the request that creates the aggregate is answered; null if nobody asked for it
     * @return completes when the broker has acknowledged the events, see {@link Saved#published}; empty if the id, or another
     *     unique key, is taken. In that case nothing was written
     */
    public Optional<CompletableFuture<Void>> insert(Change<A, E> created, @Nullable Receipt receipt) {
        Instant now = clock.instant();
        Outbox outbox = Outbox.after(null, mapping.version(created.state()), now, mapping.records(created, now));
        D document = mapping.write(created.state(), receipt, outbox, now);
        try {
            mongo.insert(document, mapping.collection());
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
        return Optional.of(relay(document));
    }

    /**
     * Stores new aggregates in one round trip, each independently of the others, and publishes their events.
     *
     * @return for each aggregate the same as {@link #insert}
     */
    public List<Optional<CompletableFuture<Void>>> insertAll(List<Change<A, E>> created) {
        Instant now = clock.instant();
        List<D> documents = created.stream()
                .map(change -> mapping.write(
                        change.state(),
                        null,
                        Outbox.after(null, mapping.version(change.state()), now, mapping.records(change, now)),
                        now))
                .toList();
        Set<Integer> taken = inserts.insert(documents);
        List<Optional<CompletableFuture<Void>>> published = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            published.add(taken.contains(i) ? Optional.empty() : Optional.of(relayPatiently(documents.get(i))));
        }
        return published;
    }

    public Optional<A> find(String id) {
        return Optional.ofNullable(mongo.findOne(
                        withoutOutbox(query(where(ID).is(id))), mapping.documentType(), mapping.collection()))
                .map(mapping::read);
    }

    /** The aggregates that a query finds, in its order. The query must have a limit. */
    public List<A> find(Query query) {
        return documents(query).stream().map(mapping::read).toList();
    }

    /**
     * One page of the aggregates that match, in the order of their ids.
     *
     * @param criteria conditions on fields other than {@code _id}
     */
    public Page<A> page(Criteria criteria, PageRequest page) {
        Criteria onPage = page.after() == null ? criteria : criteria.and(ID).gt(page.after());
        List<D> found = documents(query(onPage).with(Sort.by(ID)).limit(page.fetch()));
        return Page.of(found, page, AggregateDocument::id).map(mapping::read);
    }

    /** What was answered to the request that created the aggregate. */
    public Optional<Receipt> receipt(String id) {
        return document(id).map(AggregateDocument::receipt);
    }

    /**
     * Reads an aggregate, lets it decide, and stores and publishes what it decided. If another write comes in between, all
     * of this is repeated. A refusal writes nothing, and neither does a change that returns the same state without events.
     *
     * @param decide is called again for each attempt, so it must have no effect of its own. An exception that it throws ends
     *     the operation
     * @return empty if there is no such aggregate
     * @throws ConcurrentUpdateException if {@link OptimisticRetry#MAX_ATTEMPTS} attempts in a row lost to other writes
     * @throws OutboxFullException if too many events of the aggregate are unpublished
     */
    public Optional<Decision<Saved<A, E>>> change(String id, Function<? super A, Decision<Change<A, E>>> decide) {
        return OptimisticRetry.retryOnConflict(
                () -> load(id).map(loaded -> decide.apply(loaded.state()).map(change -> save(loaded, change))));
    }

    /** Reads an aggregate that may be changed; {@link #replace} takes it back. */
    public Optional<Loaded<A>> load(String id) {
        Publication publication = relay.publication(mapping.collection(), id);
        return document(id)
                .map(document -> new LoadedDocument<>(
                        mapping.read(document),
                        document,
                        new LoadedOutbox(relay, mapping.collection(), id, document.outbox(), publication)));
    }

    /** Reads the aggregates that exist among these ids, in one round trip, by id. Each of them may be changed. */
    public Map<String, Loaded<A>> loadAll(Collection<String> ids) {
        Map<String, Publication> publications = new HashMap<>();
        ids.forEach(id -> publications.put(id, relay.publication(mapping.collection(), id)));
        Map<String, Loaded<A>> loaded = new HashMap<>();
        for (D document : mongo.find(query(where(ID).in(ids)), mapping.documentType(), mapping.collection())) {
            Publication publication = Objects.requireNonNull(publications.get(document.id()));
            loaded.put(
                    document.id(),
                    new LoadedDocument<>(
                            mapping.read(document),
                            document,
                            new LoadedOutbox(
                                    relay, mapping.collection(), document.id(), document.outbox(), publication)));
        }
        return loaded;
    }

    /**
     * Stores a changed aggregate over what was loaded, and publishes its events.
     *
     * @param loaded comes from {@link #load} of this store
     * @return completes when the broker has acknowledged the events, see {@link Saved#published}
     * @throws ConcurrentUpdateException if another write came in between; load again and decide again
     * @throws OutboxFullException if too many events of the aggregate are unpublished
     */
    public CompletableFuture<Void> replace(Loaded<A> loaded, Change<A, E> change) {
        LoadedDocument<A, D> own = own(loaded);
        D before = own.document();
        Instant now = clock.instant();
        Outbox outbox = own.outbox().with(mapping.records(change, now), mapping.version(change.state()), now);
        D after = mapping.rewrite(change.state(), before, outbox, now);
        if (after.version() != before.version() + 1) {
            throw new IllegalStateException("A change of %s must raise its version from %d by one, not to %d"
                    .formatted(before.id(), before.version(), after.version()));
        }
        Query unchanged = query(where(ID).is(before.id()).and(VERSION).is(before.version()));
        if (mongo.replace(unchanged, after, mapping.collection()).getMatchedCount() == 0) {
            throw new ConcurrentUpdateException(
                    "%s has changed since version %d".formatted(before.id(), before.version()));
        }
        return own.outbox().publish(outbox);
    }

    /**
     * Publishes the events of an aggregate that the broker hasn't acknowledged yet, for a caller that has to be sure of them.
     *
     * @return completes when the broker has acknowledged them; at once if there are none, or no such aggregate
     */
    public CompletableFuture<Void> publish(String id) {
        return document(id).map(this::relay).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /**
     * Publishes the events of several aggregates that the broker hasn't acknowledged yet.
     *
     * @return completes when the broker has acknowledged all of them
     */
    public CompletableFuture<Void> publishAll(Collection<String> ids) {
        Query unpublished = query(where(ID).in(ids).and(OUTBOX).exists(true));
        return CompletableFuture.allOf(mongo.find(unpublished, mapping.documentType(), mapping.collection()).stream()
                .map(this::relayPatiently)
                .toArray(CompletableFuture[]::new));
    }

    private Saved<A, E> save(Loaded<A> loaded, Change<A, E> change) {
        return change.isNothing() && change.state() == loaded.state()
                ? Saved.unchanged(change)
                : new Saved<>(change, replace(loaded, change));
    }

    private CompletableFuture<Void> relay(D document) {
        Outbox outbox = document.outbox();
        return outbox == null
                ? CompletableFuture.completedFuture(null)
                : relay.offer(new PendingOutbox(mapping.collection(), document.id(), outbox));
    }

    private CompletableFuture<Void> relayPatiently(D document) {
        Outbox outbox = document.outbox();
        return outbox == null
                ? CompletableFuture.completedFuture(null)
                : relay.offerPatiently(new PendingOutbox(mapping.collection(), document.id(), outbox));
    }

    private Optional<D> document(String id) {
        return Optional.ofNullable(mongo.findById(id, mapping.documentType(), mapping.collection()));
    }

    private List<D> documents(Query query) {
        return mongo.find(withoutOutbox(query), mapping.documentType(), mapping.collection());
    }

    private static Query withoutOutbox(Query query) {
        query.fields().exclude(OUTBOX);
        return query;
    }

    @SuppressWarnings("unchecked") // the document's type is checked
    private LoadedDocument<A, D> own(Loaded<A> loaded) {
        if (loaded instanceof LoadedDocument<A, ?> own && mapping.documentType().isInstance(own.document())) {
            return (LoadedDocument<A, D>) own;
        }
        throw new IllegalArgumentException("Only an aggregate that this store has loaded can be replaced in it");
    }

    /** An aggregate with the document that it was read from. */
    private record LoadedDocument<A, D extends AggregateDocument>(A state, D document, LoadedOutbox outbox)
            implements Loaded<A> {}
}
