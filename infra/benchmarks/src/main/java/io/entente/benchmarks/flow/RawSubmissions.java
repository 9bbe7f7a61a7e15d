package io.entente.benchmarks.flow;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.entente.benchmarks.Servers.Part;
import io.entente.benchmarks.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The ceiling of a submission: the bare driver writes the documents that a submission leaves in the store, one after the other, and
 * looks up, decides and publishes nothing. These are the pending change of the claim, the claim under its name and its key (one
 * write), the referral, and the removal of the pending change.
 */
final class RawSubmissions {

    private static final String UNDERTAKINGS = "pending_claim_changes";
    private static final String CLAIMS = "claims";
    private static final String REFERRALS = "referrals";
    private static final int CLAIM_DOCUMENTS = 4;

    private final Part part;
    private final int callers;
    private final Duration length;

    RawSubmissions(Part part, int callers, Duration length) {
        this.part = part;
        this.callers = callers;
        this.length = length;
    }

    /** Returns how many per second as many threads as callers write. The service must have stored a submission before. */
    double run() throws Exception {
        try (MongoClient client = MongoClients.create(part.mongoUri("referral"))) {
            MongoDatabase stored = client.getDatabase(database("referral"));
            Document claim = first(stored, CLAIMS);
            Document referral = first(stored, REFERRALS);
            MongoDatabase raw = client.getDatabase(database("ceiling"));
            AtomicInteger next = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(callers);
            try {
                long start = System.nanoTime();
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    running.add(threads.submit(() -> {
                        while (System.nanoTime() - start < length.toNanos()) {
                            write(raw, claim, referral, next.getAndIncrement());
                        }
                    }));
                }
                for (Future<?> thread : running) {
                    thread.get();
                }
                return Stopwatch.rate(next.get(), System.nanoTime() - start);
            } finally {
                threads.shutdown();
            }
        }
    }

    private static void write(MongoDatabase raw, Document claim, Document referral, int number) {
        MongoCollection<Document> underWay = raw.getCollection(UNDERTAKINGS);
        String id = "raw-" + number;
        underWay.insertOne(copy(claim, id));
        raw.getCollection(CLAIMS)
                .insertMany(IntStream.range(0, CLAIM_DOCUMENTS)
                        .mapToObj(i -> copy(claim, id + "/" + i))
                        .toList());
        raw.getCollection(REFERRALS).insertOne(copy(referral, id));
        underWay.deleteOne(Filters.eq("_id", id));
    }

    private static Document copy(Document of, String id) {
        Document copy = new Document(of);
        copy.put("_id", id);
        return copy;
    }

    private static Document first(MongoDatabase database, String collection) {
        Document found = database.getCollection(collection).find().first();
        if (found == null) {
            throw new IllegalStateException("No submission has been stored yet");
        }
        return found;
    }

    private String database(String service) {
        return part.database() + "_" + service;
    }
}
