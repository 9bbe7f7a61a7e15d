package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.LedgerTransaction;
import org.bson.Document;
import org.springframework.context.ApplicationContext;

/**
 * Writes ledger transactions as the service does, for benchmarks that need a long history or the bare cost of storing a transaction.
 * It is in the service's own package because nobody else may know how the service stores them.
 */
public final class LedgerWriting {

    public static final String COLLECTION = Chains.COLLECTION;

    private final LedgerWriter writer;
    private final LedgerDocuments documents;

    public LedgerWriting(ApplicationContext context) {
        this.writer = context.getBean(LedgerWriter.class);
        this.documents = context.getBean(LedgerDocuments.class);
    }

    /** The document as the ledger holds it after its event is published. */
    public Document published(LedgerTransaction transaction) {
        return documents.write(transaction);
    }

    /** The document as the service inserts it, except that its event is in a field that no sweep reads. */
    public Document inserted(LedgerTransaction transaction) {
        Document document = writer.seal(transaction).document();
        return document.append("queued", document.remove(LedgerFields.OUTBOX));
    }

    public static String hash(Document document) {
        return document.getString(LedgerFields.HASH);
    }
}
