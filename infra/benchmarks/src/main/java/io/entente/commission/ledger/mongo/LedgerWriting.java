package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Writes ledger transactions as the service does, for benchmarks that need a long history, or the bare cost of storing one.
 * In the service's own package because nobody else is meant to know how it stores them.
 */
public final class LedgerWriting {

    public static final String COLLECTION = Chains.COLLECTION;

    private final MongoOperations mongo;
    private final CommissionRecords records;

    public LedgerWriting(MongoOperations mongo, EventRecorder recorder) {
        this.mongo = mongo;
        this.records = new CommissionRecords(recorder);
    }

    /** As it stands in the ledger once its event is published. */
    public Document published(LedgerTransaction transaction) {
        return LedgerDocuments.write(transaction);
    }

    /** As it is inserted, byte for byte, but with its event where no sweep looks for it. */
    public Document inserted(LedgerTransaction transaction) {
        Outbox outbox = new Outbox(1, transaction.recordedAt(), records.of(transaction));
        return LedgerDocuments.write(transaction)
                .append("queued", mongo.getConverter().convertToMongoType(outbox));
    }

    public static String hash(Document document) {
        return document.getString(LedgerFields.HASH);
    }
}
