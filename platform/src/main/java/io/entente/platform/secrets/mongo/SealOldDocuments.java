package io.entente.platform.secrets.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoCollection;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Encrypts what was stored before fields were encrypted, or before further fields were declared. The collection {@code
 * sealed_collections} says for which fields that is done, so it is done once. The versions of documents stay as they are, because nothing
 * about them changes for anybody who reads them.
 */
public final class SealOldDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(SealOldDocuments.class);

    private static final String DONE = "sealed_collections";
    private static final String ID = "_id";
    private static final int BLOCK = 200;

    private final MongoOperations mongo;
    private final List<SealedCollection> collections;
    private final SealedFields fields;
    private final EncryptedCollections complete;

    public SealOldDocuments(
            MongoOperations mongo, List<SealedCollection> collections, DataKeys keys, EncryptedCollections complete) {
        this.complete = complete;
        this.mongo = mongo;
        this.collections = List.copyOf(collections);
        this.fields = new SealedFields(keys);
    }

    /** Learns which collections are encrypted, so that plain texts in them are refused. */
    public void readMarks() {
        collections.forEach(collection -> complete.mark(collection, isDone(collection)));
    }

    public void run() {
        if (!complete.mayHaveOldDocuments()) {
            return;
        }
        readMarks();
        collections.stream().filter(collection -> !isDone(collection)).forEach(collection -> {
            long encrypted = seal(collection);
            mongo.upsert(query(where(ID).is(collection.name())), new Update().set("form", collection.form()), DONE);
            complete.mark(collection, true);
            LOG.info("Personal data of {} documents in {} was encrypted", encrypted, collection.name());
        });
    }

    private boolean isDone(SealedCollection collection) {
        Document done = mongo.findById(collection.name(), Document.class, DONE);
        return done != null && collection.form().equals(done.get("form"));
    }

    private long seal(SealedCollection collection) {
        MongoCollection<Document> stored = mongo.getCollection(collection.name());
        long encrypted = 0;
        String after = "";
        List<Document> block;
        do {
            block = stored.find(gt(ID, after))
                    .projection(read(collection))
                    .sort(ascending(ID))
                    .limit(BLOCK)
                    .into(new ArrayList<>());
            for (Document document : block) {
                encrypted += seal(collection, document, stored) ? 1 : 0;
                after = document.getString(ID);
            }
        } while (block.size() == BLOCK);
        return encrypted;
    }

    /** If the document has changed in the meantime, whoever changed it has encrypted it. */
    private boolean seal(SealedCollection collection, Document document, MongoCollection<Document> stored) {
        if (!fields.hasPlainText(collection, document)) {
            return false;
        }
        List<Bson> unchanged = new ArrayList<>(List.of(eq(ID, document.get(ID))));
        List<String> plain = new ArrayList<>();
        for (SealedField field : collection.fields()) {
            // Lists have been encrypted from the beginning.
            if (field.elementId() == null && document.getEmbedded(field.steps(), Object.class) instanceof String text) {
                unchanged.add(eq(field.path(), text));
                plain.add(field.path());
            }
        }
        Object keyBefore = document.get(SealedCollection.OWN_KEY);
        fields.seal(collection, document);
        List<Bson> changes = new ArrayList<>();
        collection.fields().stream()
                .filter(field -> plain.contains(field.path()))
                .map(field -> change(field, document.getEmbedded(field.steps(), Object.class)))
                .forEach(changes::add);
        if (keyBefore == null && document.get(SealedCollection.OWN_KEY) != null) {
            changes.add(set(SealedCollection.OWN_KEY, document.get(SealedCollection.OWN_KEY)));
        }
        return stored.updateOne(and(unchanged), combine(changes)).getModifiedCount() > 0;
    }

    private static Bson change(SealedField field, @Nullable Object encrypted) {
        return encrypted == null ? unset(field.path()) : set(field.path(), encrypted);
    }

    private static Document read(SealedCollection collection) {
        return new Document(Stream.concat(
                        Stream.of(Objects.requireNonNullElse(collection.ownerField(), SealedCollection.OWN_KEY)),
                        collection.fields().stream().map(SealedField::path))
                .distinct()
                .collect(Collectors.toMap(path -> path, path -> 1)));
    }
}
