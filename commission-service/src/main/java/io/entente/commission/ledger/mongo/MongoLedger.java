package io.entente.commission.ledger.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import io.entente.commission.ledger.AppendObserver;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionEvents;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.PendingOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;

/**
 * The ledger in the collection {@code ledger_transactions}. An append is one insert and nothing else, and a batch one bulk
 * insert: the chain's end is in memory, and the store refuses the insert where that is behind ({@code _id} taken) or the deal
 * was booked before ({@code cause} taken). Both are unique keys, so that however many threads and instances append, a number
 * has one transaction and a cause has one.
 */
@Repository
class MongoLedger implements Ledger {

    private static final String TOPIC = "commission.events";

    /** Partners whose chain's end is kept in memory. */
    private static final int MAX_CACHED_HEADS = 10_000;

    /** Losing this often in a row is no longer bad luck; the record is delivered again. */
    private static final int MAX_ATTEMPTS = 100;

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final LedgerDocuments documents;
    private final TransactionEvents events;
    private final AppendObserver observer;
    private final EventRecorder recorder;
    private final LedgerMetrics metrics;
    private final Clock clock;
    private final Chains chains;
    private final ConcurrentLruCache<PartnerId, KnownHead> heads;

    MongoLedger(
            MongoOperations mongo,
            LedgerDocuments documents,
            TransactionEvents events,
            AppendObserver observer,
            OutboxRelay relay,
            EventRecorder recorder,
            MeterRegistry registry,
            Clock clock) {
        this.mongo = mongo;
        this.documents = documents;
        this.events = events;
        this.observer = observer;
        this.recorder = recorder;
        this.relay = relay;
        this.metrics = new LedgerMetrics(registry);
        this.clock = clock;
        this.chains = new Chains(mongo, documents);
        this.heads = new ConcurrentLruCache<>(
                MAX_CACHED_HEADS, partner -> new KnownHead(chains.head(ChainHead.start(partner))));
    }

    @Override
    public boolean append(Entry entry) {
        return append(entry.partnerId(), head -> Optional.of(entry));
    }

    @Override
    public boolean append(PartnerId partner, Function<ChainHead, Optional<? extends Entry>> decision) {
        KnownHead known = heads.get(partner);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            ChainHead head = known.get();
            Optional<? extends Entry> entry = decision.apply(head);
            if (entry.isEmpty()) {
                ChainHead now = known.advance(chains.head(head));
                if (now.number() == head.number()) {
                    return false;
                }
                continue;
            }
            try {
                known.advance(insert(head.next(entry.get(), clock.instant())));
                observer.appended(entry.get());
                return true;
            } catch (DuplicateKeyException taken) {
                if (isBooked(entry.get().cause())) {
                    return false;
                }
                metrics.conflict();
                known.advance(chains.head(head));
            }
        }
        throw new ConcurrencyFailureException("the chain of %s never stood still".formatted(partner));
    }

    @Override
    public Optional<LedgerTransaction> find(String cause) {
        return Optional.ofNullable(mongo.execute(Chains.COLLECTION, collection -> collection
                        .find(eq(LedgerFields.CAUSE, cause))
                        .first()))
                .map(documents::transaction);
    }

    @Override
    public LedgerBatch batch() {
        return new MongoLedgerBatch(this, mongo);
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        KnownHead known = heads.get(partnerId);
        return known.advance(chains.head(known.get()));
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        long from = LedgerCursor.numberAfter(partnerId, page);
        List<Document> found = chains.block(partnerId, from, page.fetch());
        return Page.of(found, page, document -> document.getString(LedgerFields.ID))
                .map(documents::read);
    }

    private ChainHead insert(LedgerTransaction transaction) {
        Sealed sealed = seal(transaction);
        mongo.execute(Chains.COLLECTION, collection -> collection.insertOne(sealed.document()));
        return publish(sealed);
    }

    /** The document as it will stand in the ledger, event and all. */
    Sealed seal(LedgerTransaction transaction) {
        Document document = documents.write(transaction);
        ChainHead head = transaction.asHead(document.getString(LedgerFields.HASH));
        List<OutboxRecord> told = events.of(transaction).stream()
                .map(event -> record(transaction, event))
                .toList();
        if (told.isEmpty()) {
            return new Sealed(head, document, null);
        }
        Outbox outbox = new Outbox(1, transaction.recordedAt(), told);
        document.append(LedgerFields.OUTBOX, mongo.getConverter().convertToMongoType(outbox));
        return new Sealed(head, document, outbox);
    }

    private OutboxRecord record(LedgerTransaction transaction, TransactionEvents.Event event) {
        return recorder.record(
                TOPIC,
                event.type(),
                event.subject(),
                transaction.partnerId().value(),
                event.sequence(),
                transaction.recordedAt(),
                event.payload());
    }

    private ChainHead publish(Sealed written) {
        if (written.outbox() != null) {
            CompletableFuture<Void> unused = relay.offerPatiently(new PendingOutbox(
                    Chains.COLLECTION, written.document().getString(LedgerFields.ID), written.outbox()));
        }
        return written.head();
    }

    /** After a batch's write: the chain's end has moved, and the event may go. */
    void written(Sealed sealed, Entry entry) {
        heads.get(sealed.head().partnerId()).advance(publish(sealed));
        observer.appended(entry);
    }

    /** The end of a chain as this instance knows it. */
    ChainHead knownHead(PartnerId partner) {
        return heads.get(partner).get();
    }

    /** Somebody else has written to this chain. */
    void overtaken(ChainHead stale) {
        heads.get(stale.partnerId()).advance(chains.head(stale));
    }

    Instant now() {
        return clock.instant();
    }

    private boolean isBooked(String cause) {
        Document found = mongo.execute(Chains.COLLECTION, collection -> collection
                .find(eq(LedgerFields.CAUSE, cause))
                .projection(include(LedgerFields.ID))
                .first());
        return found != null;
    }

    /** The end of a chain as this instance knows it: maybe behind, never ahead. */
    private static final class KnownHead {
        private volatile ChainHead head;

        KnownHead(ChainHead head) {
            this.head = head;
        }

        ChainHead get() {
            return head;
        }

        /** Never back, whichever of two threads comes last. */
        synchronized ChainHead advance(ChainHead seen) {
            if (seen.number() > head.number()) {
                head = seen;
            }
            return head;
        }
    }

    /** A transaction ready to be written. */
    record Sealed(ChainHead head, Document document, @Nullable Outbox outbox) {}
}
