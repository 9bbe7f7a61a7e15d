package io.entente.commission.ledger.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.entente.commission.ledger.AppendObserver;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionEvents;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.outbox.OutboxRelay;
import io.entente.platform.events.outbox.PendingOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Writes transactions and their events in one ordered insert. The insert stops at the first document that the store
 * refuses, so a chain can't get a gap: all later transactions of the same chain come after the refused one in the
 * insert and are not written either.
 */
@Component
class LedgerWriter {

    private static final String TOPIC = "commission.events";

    /** The store's error code for a duplicate key. */
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoOperations mongo;
    private final LedgerDocuments documents;
    private final ChainHeads heads;
    private final TransactionEvents events;
    private final List<AppendObserver> observers;
    private final EventRecorder recorder;
    private final OutboxRelay relay;
    private final MeterRegistry registry;
    private final Clock clock;

    LedgerWriter(
            MongoOperations mongo,
            LedgerDocuments documents,
            ChainHeads heads,
            TransactionEvents events,
            List<AppendObserver> observers,
            EventRecorder recorder,
            OutboxRelay relay,
            MeterRegistry registry,
            Clock clock) {
        this.mongo = mongo;
        this.documents = documents;
        this.heads = heads;
        this.events = events;
        this.observers = observers;
        this.recorder = recorder;
        this.relay = relay;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * A transaction that is ready to be written: its place in the chain, its document with the hash, and its events.
     */
    record Sealed(Entry entry, ChainHead head, Document document, @Nullable Outbox outbox) {}

    /**
     * Creates the transaction that follows a head. Its events are attributed to the event or request that is being
     * handled.
     */
    Sealed seal(ChainHead head, Entry entry) {
        return seal(head.next(entry, clock.instant()));
    }

    Sealed seal(LedgerTransaction transaction) {
        Document document = documents.write(transaction);
        ChainHead head = transaction.asHead(document.getString(LedgerFields.HASH));
        List<OutboxRecord> records = events.of(transaction).stream()
                .map(event -> record(transaction, event))
                .toList();
        if (records.isEmpty()) {
            return new Sealed(transaction.entry(), head, document, null);
        }
        Outbox outbox = new Outbox(1, transaction.recordedAt(), records);
        document.append(LedgerFields.OUTBOX, mongo.getConverter().convertToMongoType(outbox));
        return new Sealed(transaction.entry(), head, document, outbox);
    }

    /**
     * Writes transactions in order until the store refuses one, and publishes the events of those that were written.
     *
     * @return the number of transactions written; for the first one that is missing, either its cause is already in
     * the ledger or another instance has taken its place in the chain
     */
    int write(List<Sealed> transactions) {
        int count = insert(transactions.stream().map(Sealed::document).toList());
        transactions.subList(0, count).forEach(this::written);
        if (count < transactions.size()) {
            catchUp(transactions.subList(count, transactions.size()));
        }
        return count;
    }

    /**
     * Reads the heads of the chains that this instance has to follow. If another instance has written to one of them, it has
     * probably written to the others too, as after it had these partitions. Without reading them all, each would cost an attempt.
     */
    private void catchUp(List<Sealed> missing) {
        ChainHead refused = missing.get(0).head();
        if (heads.read(refused.partnerId()).number() >= refused.number()) {
            missing.stream()
                    .map(transaction -> transaction.head().partnerId())
                    .distinct()
                    .filter(partner -> !partner.equals(refused.partnerId()))
                    .forEach(heads::read);
        }
    }

    /** Counts appends whose place in the chain was taken by another instance, as {@code entente.ledger.conflicts}. */
    void conflict() {
        registry.counter("entente.ledger.conflicts").increment();
    }

    private int insert(List<Document> transactions) {
        try {
            mongo.execute(
                    Chains.COLLECTION,
                    collection -> collection.insertMany(transactions, new InsertManyOptions().ordered(true)));
            return transactions.size();
        } catch (RuntimeException refused) {
            return writtenBefore(refused);
        }
    }

    private void written(Sealed transaction) {
        heads.advance(transaction.head());
        observers.forEach(observer -> observer.appended(transaction.entry()));
        if (transaction.outbox() != null) {
            CompletableFuture<Void> unused = relay.offerPatiently(new PendingOutbox(
                    Chains.COLLECTION, transaction.document().getString(LedgerFields.ID), transaction.outbox()));
        }
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

    /**
     * Returns how many documents were written before the one with a duplicate key.
     *
     * @throws RuntimeException the given exception, if its reason is not a duplicate key
     */
    private static int writtenBefore(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoBulkWriteException bulk
                    && bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)
                    && bulk.getWriteErrors().size() == 1) {
                return bulk.getWriteErrors().get(0).getIndex();
            }
        }
        throw refused;
    }
}
