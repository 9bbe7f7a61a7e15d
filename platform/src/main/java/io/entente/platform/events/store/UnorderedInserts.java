package io.entente.platform.events.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/** Inserts many documents in one round trip, each independently of the others. */
final class UnorderedInserts {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoOperations mongo;
    private final ApplicationEventPublisher events;
    private final String collection;

    UnorderedInserts(MongoOperations mongo, ApplicationEventPublisher events, String collection) {
        this.mongo = mongo;
        this.events = events;
        this.collection = collection;
    }

    /** Inserts documents and returns the positions of those whose id, or another unique key, is taken. */
    Set<Integer> insert(List<? extends AggregateDocument> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        Set<Integer> taken = new HashSet<>();
        List<Document> stored = documents.stream().map(this::bson).toList();
        mongo.execute(collection, target -> {
            try {
                target.insertMany(stored, UNORDERED);
            } catch (MongoBulkWriteException partly) {
                for (BulkWriteError error : partly.getWriteErrors()) {
                    if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                        throw partly;
                    }
                    taken.add(error.getIndex());
                }
            }
            return taken;
        });
        return taken;
    }

    private Document bson(AggregateDocument document) {
        Document stored = new Document();
        mongo.getConverter().write(document, stored);
        // As a template does. Listeners encrypt personal data.
        events.publishEvent(new BeforeSaveEvent<>(document, stored, collection));
        return stored;
    }
}
