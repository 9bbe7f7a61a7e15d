package io.entente.commission.ledger.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.mongo.MongoLedger.Sealed;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.events.bson.PlainBson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * One ordered bulk insert. It stops at the first document that the store refuses, so that no chain can have a gap: whatever
 * follows in the refused one's chain follows in the batch too, and is not written either.
 */
final class MongoLedgerBatch implements LedgerBatch {

    /** The store's code for a unique key that is taken. */
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoLedger ledger;
    private final MongoOperations mongo;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Sealed> sealed = new ArrayList<>();
    private final Map<PartnerId, ChainHead> ends = new HashMap<>();
    private final Set<String> causes = new LinkedHashSet<>();

    MongoLedgerBatch(MongoLedger ledger, MongoOperations mongo) {
        this.ledger = ledger;
        this.mongo = mongo;
    }

    @Override
    public ChainHead end(PartnerId partnerId) {
        return ends.computeIfAbsent(partnerId, ledger::knownHead);
    }

    @Override
    public void add(Entry entry) {
        if (!causes.add(entry.cause())) {
            // Delivered twice in one poll.
            return;
        }
        PartnerId partner = entry.partnerId();
        Sealed next = ledger.seal(end(partner).next(entry, ledger.now()));
        ends.put(partner, next.head());
        sealed.add(next);
        entries.add(entry);
    }

    @Override
    public Set<String> commit() {
        Set<String> written = new LinkedHashSet<>();
        int count = sealed.isEmpty() ? 0 : insert();
        for (int i = 0; i < count; i++) {
            ledger.written(sealed.get(i), entries.get(i));
            written.add(entries.get(i).cause());
        }
        entries.clear();
        sealed.clear();
        ends.clear();
        causes.clear();
        return written;
    }

    /** Writes as many as the store takes, and says how many. */
    private int insert() {
        List<RawBsonDocument> documents =
                sealed.stream().map(Sealed::document).map(PlainBson::encode).toList();
        try {
            mongo.execute(Chains.COLLECTION, collection -> collection
                    .withDocumentClass(RawBsonDocument.class)
                    .insertMany(documents, new InsertManyOptions().ordered(true)));
            return documents.size();
        } catch (RuntimeException refused) {
            int count = writtenBefore(refused);
            ledger.overtaken(ledger.knownHead(sealed.get(count).head().partnerId()));
            return count;
        }
    }

    /** @throws RuntimeException the same, where it is no duplicate key */
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
