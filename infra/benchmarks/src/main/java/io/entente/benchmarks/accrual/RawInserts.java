package io.entente.benchmarks.accrual;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import io.entente.benchmarks.Stopwatch;
import io.entente.commission.ledger.mongo.LedgerWriting;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The ceiling of deal to accrual: ledger documents into the ledger's own collection, and nothing else. */
final class RawInserts {

    /** As many as the service consumes with. */
    private static final int THREADS = 6;

    private static final int REMOVED_AT_ONCE = 500;

    private final MongoCollection<Document> ledger;

    RawInserts(MongoTemplate mongo) {
        this.ledger = mongo.getCollection(LedgerWriting.COLLECTION);
    }

    /** Inserts the documents one by one, says how many a second, and removes them again. */
    double insert(List<Document> documents) throws Exception {
        // What was made ready before is no cost of what is measured.
        System.gc();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            return Stopwatch.perSecond(documents.size(), () -> insert(documents, threads));
        } finally {
            threads.shutdown();
            remove(documents);
        }
    }

    private void insert(List<Document> documents, ExecutorService threads) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < documents.size(); i = next.getAndIncrement()) {
                        ledger.insertOne(documents.get(i));
                    }
                }))
                .toList();
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    /** Or they would be a history that nobody asked for. */
    private void remove(List<Document> documents) {
        for (int from = 0; from < documents.size(); from += REMOVED_AT_ONCE) {
            ledger.bulkWrite(documents.subList(from, Math.min(documents.size(), from + REMOVED_AT_ONCE)).stream()
                    .map(document -> new DeleteOneModel<Document>(Filters.eq("_id", document.get("_id"))))
                    .toList());
        }
    }
}
