package io.entente.platform.apikeys.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKeys;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Stores API keys, a key a document. */
public final class MongoApiKeys implements ApiKeys {

    private static final String COLLECTION = "api_keys";
    private static final String ID = "_id";
    private static final String REVOKED_AT = "revokedAt";

    private final MongoOperations mongo;

    public MongoApiKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean add(ApiKey key) {
        try {
            mongo.insert(ApiKeyDocument.of(key), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ApiKeyDocument.class, COLLECTION))
                .map(ApiKeyDocument::key);
    }

    @Override
    public Page<ApiKey> page(PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        Query next = query(where(ID).gt(after)).with(Sort.by(ID)).limit(page.fetch());
        List<ApiKeyDocument> found = mongo.find(next, ApiKeyDocument.class, COLLECTION);
        return Page.of(found, page, ApiKeyDocument::id).map(ApiKeyDocument::key);
    }

    @Override
    public Optional<ApiKey> revoke(String id, String by, Instant now) {
        mongo.updateFirst(
                query(where(ID).is(id).and(REVOKED_AT).exists(false)),
                new Update().set(REVOKED_AT, now).set("revokedBy", by),
                COLLECTION);
        return find(id);
    }

    @Override
    public void used(Map<String, Instant> lastUsedAt) {
        lastUsedAt.forEach(
                (id, at) -> mongo.updateFirst(query(where(ID).is(id)), new Update().set("lastUsedAt", at), COLLECTION));
    }
}
