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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, Object> before = contents(collection, document);
        before.forEach((root, content) -> unchanged.add(eq(root, content)));
        Object keyBefore = document.get(SealedCollection.OWN_KEY);
        fields.seal(collection, document);
        List<Bson> changes = new ArrayList<>();
        before.keySet().forEach(root -> changes.add(change(root, document.get(root))));
        if (keyBefore == null && document.get(SealedCollection.OWN_KEY) != null) {
            changes.add(set(SealedCollection.OWN_KEY, document.get(SealedCollection.OWN_KEY)));
        }
        return stored.updateOne(and(unchanged), combine(changes)).getModifiedCount() > 0;
    }

    /** What the document has by the first steps of the paths, copied, because encrypting changes the document itself. */
    private static Map<String, Object> contents(SealedCollection collection, Document document) {
        Map<String, Object> contents = new LinkedHashMap<>();
        roots(collection)
                .filter(root -> document.get(root) != null)
                .forEach(root -> contents.put(root, copy(Objects.requireNonNull(document.get(root)))));
        return contents;
    }

    private static Stream<String> roots(SealedCollection collection) {
        return collection.fields().stream().map(field -> field.steps().get(0)).distinct();
    }

    private static Object copy(Object content) {
        if (content instanceof Document document) {
            Document copied = new Document();
            document.forEach((name, member) -> copied.put(name, member == null ? null : copy(member)));
            return copied;
        }
        return content instanceof List<?> list
                ? list.stream()
                        .map(element -> element == null ? null : copy(element))
                        .collect(Collectors.toList())
                : content;
    }

    private static Bson change(String root, @Nullable Object encrypted) {
        return encrypted == null ? unset(root) : set(root, encrypted);
    }

    private static Document read(SealedCollection collection) {
        return new Document(
                Stream.concat(Stream.of(collection.ownerField(), SealedCollection.OWN_KEY), roots(collection))
                        .distinct()
                        .collect(Collectors.toMap(path -> path, path -> 1)));
    }
}
