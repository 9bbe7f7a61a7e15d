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

/** The ceiling of deal to accrual: inserts ledger documents into the ledger's own collection and does nothing else. */
final class RawInserts {

    /** The service consumes with as many threads. */
    private static final int THREADS = 6;

    private static final int REMOVED_AT_ONCE = 500;

    private final MongoCollection<Document> ledger;

    RawInserts(MongoTemplate mongo) {
        this.ledger = mongo.getCollection(LedgerWriting.COLLECTION);
    }

    /** Inserts the documents one by one, removes them again, and returns how many it inserted per second. */
    double insert(List<Document> documents) throws Exception {
        // The preparation's garbage must not be collected during the measurement.
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

    /** Removes the documents, because otherwise they would belong to the history of later measurements. */
    private void remove(List<Document> documents) {
        for (int from = 0; from < documents.size(); from += REMOVED_AT_ONCE) {
            ledger.bulkWrite(documents.subList(from, Math.min(documents.size(), from + REMOVED_AT_ONCE)).stream()
                    .map(document -> new DeleteOneModel<Document>(Filters.eq("_id", document.get("_id"))))
                    .toList());
        }
    }
}
