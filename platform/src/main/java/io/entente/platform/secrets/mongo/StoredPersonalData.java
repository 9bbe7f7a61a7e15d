package io.entente.platform.secrets.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.secrets.PersonalData;
import io.entente.platform.secrets.SealedCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Reads what the collections with encrypted fields have about an owner, decrypted. */
public final class StoredPersonalData implements PersonalData {

    private static final String ID = "_id";

    private final MongoOperations mongo;
    private final List<SealedCollection> collections;

    public StoredPersonalData(MongoOperations mongo, List<SealedCollection> collections) {
        this.mongo = mongo;
        this.collections = List.copyOf(collections);
    }

    @Override
    public List<StoredDocument> of(String owner) {
        return collections.stream()
                .flatMap(collection ->
                        documents(collection, owner).stream().map(document -> stored(collection, document)))
                .toList();
    }

    private List<Document> documents(SealedCollection collection, String owner) {
        Query ofOwner = query(where(collection.ownerField()).is(owner))
                .with(Sort.by(ID))
                .limit(MAX_DOCUMENTS + 1);
        ofOwner.fields().exclude("outbox");
        return mongo.find(ofOwner, Document.class, collection.name());
    }

    private static StoredDocument stored(SealedCollection collection, Document document) {
        Map<String, String> fields = new LinkedHashMap<>();
        document.remove(SealedCollection.OWN_KEY);
        add("", document, fields);
        return new StoredDocument(collection.name(), String.valueOf(document.get(ID)), fields);
    }

    private static void add(String path, Object value, Map<String, String> fields) {
        if (value instanceof Document document) {
            List<Map.Entry<String, Object>> members = new ArrayList<>(document.entrySet());
            members.removeIf(member -> member.getValue() == null);
            members.forEach(member ->
                    add(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), fields));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "." + i, Objects.requireNonNullElse(list.get(i), ""), fields);
            }
        } else if (value instanceof Date date) {
            fields.put(path, date.toInstant().toString());
        } else if (!(value instanceof Binary)) {
            fields.put(path, value.toString());
        }
    }
}
