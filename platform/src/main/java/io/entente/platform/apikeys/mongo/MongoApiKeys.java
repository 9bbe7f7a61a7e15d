package io.entente.platform.apikeys.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.apikeys.ApiKey;
import io.entente.platform.apikeys.ApiKey.Approval;
import io.entente.platform.apikeys.ApiKeys;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Stores API keys, a key a document. The id of a document of its own makes each name belong to one key, whoever else creates a key of
 * this name at the same time.
 */
public final class MongoApiKeys implements ApiKeys {

    private static final String COLLECTION = "api_keys";
    private static final String NAMES = "api_key_names";
    private static final String ID = "_id";
    private static final String CLIENT = "client";
    private static final String APPROVED_AT = "approvedAt";
    private static final String REVOKED_AT = "revokedAt";

    private final MongoOperations mongo;

    public MongoApiKeys(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index(CLIENT, Sort.Direction.ASC));
    }

    @Override
    public Added add(ApiKey key) {
        if (find(key.id()).isPresent()) {
            return Added.REPEATED;
        }
        if (!takeName(key)) {
            return Added.NAME_IN_USE;
        }
        try {
            mongo.insert(ApiKeyDocument.of(key), COLLECTION);
            return Added.ADDED;
        } catch (DuplicateKeyException taken) {
            return Added.REPEATED;
        }
    }

    /** A request that was killed after this has the name when it is repeated, because its key has the same id. */
    private boolean takeName(ApiKey key) {
        String name = key.client().toLowerCase(Locale.ROOT);
        try {
            mongo.insert(new ApiKeyName(name, key.id()), NAMES);
        } catch (DuplicateKeyException taken) {
            ApiKeyName owner = mongo.findById(name, ApiKeyName.class, NAMES);
            return owner != null && owner.key().equals(key.id());
        }
        // Keys that are older than the names.
        return !mongo.exists(query(where(CLIENT).in(name, key.client())), COLLECTION);
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
    public Optional<ApiKey> approve(String id, Approval approval) {
        mongo.updateFirst(
                query(where(ID)
                        .is(id)
                        .and(REVOKED_AT)
                        .exists(false)
                        .and(APPROVED_AT)
                        .exists(false)),
                new Update().set(APPROVED_AT, approval.at()).set("approvedBy", approval.by()),
                COLLECTION);
        return find(id);
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
