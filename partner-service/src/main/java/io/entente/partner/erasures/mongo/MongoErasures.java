package io.entente.partner.erasures.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.erasures.Erasure;
import io.entente.partner.erasures.Erasures;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Erasures in the collection {@code erasures}, by partner. */
@Repository
class MongoErasures implements Erasures {

    private static final String COLLECTION = "erasures";
    private static final String ID = "_id";

    private final MongoOperations mongo;

    MongoErasures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Erasure> find(PartnerId partner) {
        return Optional.ofNullable(mongo.findById(partner.value(), ErasureDocument.class, COLLECTION))
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
                        query(where(ID)
                                .is(changed.partner().value())
                                .and("version")
                                .is(changed.version() - 1)),
                        ErasureDocument.of(changed),
                        COLLECTION)
                .getMatchedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("The erasure has changed in the meantime: " + changed.partner());
        }
    }

    /** The stored form of an erasure. */
    record ErasureDocument(
            @Id String id,
            String reason,
            String askedBy,
            Instant askedAt,
            Erasure.Status status,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            long version) {

        static ErasureDocument of(Erasure erasure) {
            return new ErasureDocument(
                    erasure.partner().value(),
                    erasure.reason(),
                    erasure.askedBy(),
                    erasure.askedAt(),
                    erasure.status(),
                    erasure.decidedBy(),
                    erasure.decidedAt(),
                    erasure.version());
        }

        Erasure toErasure() {
            return new Erasure(new PartnerId(id), reason, askedBy, askedAt, status, decidedBy, decidedAt, version);
        }
    }
}
