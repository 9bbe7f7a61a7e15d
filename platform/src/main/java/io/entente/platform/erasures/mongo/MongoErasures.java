package io.entente.platform.erasures.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.erasures.Erasure;
import io.entente.platform.erasures.Erasures;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;

/** Erasures in the collection {@code erasures}. */
public final class MongoErasures implements Erasures {

    private static final String COLLECTION = "erasures";
    private static final String ID = "_id";

    private final MongoOperations mongo;

    public MongoErasures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Erasure> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ErasureDocument.class, COLLECTION))
                .map(ErasureDocument::toErasure);
    }

    @Override
    public Page<Erasure> list(PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        List<ErasureDocument> found = mongo.find(
                query(where(ID).gt(after)).with(Sort.by(ID)).limit(page.fetch()), ErasureDocument.class, COLLECTION);
        return Page.of(found, page, ErasureDocument::id).map(ErasureDocument::toErasure);
    }

    @Override
    public boolean add(Erasure erasure) {
        try {
            mongo.insert(ErasureDocument.of(erasure), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public void update(Erasure changed) {
        long replaced = mongo.replace(
                        query(where(ID).is(changed.id()).and("version").is(changed.version() - 1)),
                        ErasureDocument.of(changed),
                        COLLECTION)
                .getMatchedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("The erasure has changed in the meantime: " + changed.id());
        }
    }

    /**
     * The stored form of an erasure.
     *
     * @param owner absent in documents from before persons were erased; then it is the id
     */
    record ErasureDocument(
            @Id String id,
            @Nullable String owner,
            @Nullable String person,
            String reason,
            String askedBy,
            Instant askedAt,
            Erasure.Status status,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            long version) {

        static ErasureDocument of(Erasure erasure) {
            return new ErasureDocument(
                    erasure.id(),
                    erasure.subject().owner(),
                    erasure.subject().person(),
                    erasure.reason(),
                    erasure.askedBy(),
                    erasure.askedAt(),
                    erasure.status(),
                    erasure.decidedBy(),
                    erasure.decidedAt(),
                    erasure.version());
        }

        Erasure toErasure() {
            return new Erasure(
                    new Erasure.Subject(Objects.requireNonNullElse(owner, id), person),
                    reason,
                    askedBy,
                    askedAt,
                    status,
                    decidedBy,
                    decidedAt,
                    version);
        }
    }
}
