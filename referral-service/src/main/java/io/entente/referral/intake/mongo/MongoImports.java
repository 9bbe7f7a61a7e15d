package io.entente.referral.intake.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Imports;
import io.entente.referral.intake.LeaseLostException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Imports in the collection {@code imports}. */
@Repository
class MongoImports implements Imports {

    static final String COLLECTION = "imports";

    private final MongoOperations mongo;

    MongoImports(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Import> find(String id) {
        return stored(id).map(ImportDocument::toImport);
    }

    @Override
    public Page<Import> list(PageRequest page) {
        Criteria criteria = page.after() == null ? new Criteria() : where("_id").gt(page.after());
        Query query = query(criteria).with(Sort.by("_id")).limit(page.fetch());
        return Page.of(mongo.find(query, ImportDocument.class, COLLECTION), page, ImportDocument::id)
                .map(ImportDocument::toImport);
    }

    @Override
    public boolean add(Import started, Receipt receipt, Lease lease) {
        try {
            mongo.insert(ImportDocument.of(started, receipt, lease), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return stored(id).map(ImportDocument::receipt);
    }

    @Override
    public Optional<Import> adopt(Lease lease, Instant now, Collection<String> except) {
        Query left = query(where("status")
                .is(Import.Status.RUNNING)
                .and("lease.until")
                .lt(now)
                .and("_id")
                .nin(except));
        return Optional.ofNullable(mongo.findAndModify(
                        left,
                        new Update().set("lease", lease),
                        FindAndModifyOptions.options().returnNew(true),
                        ImportDocument.class,
                        COLLECTION))
                .map(ImportDocument::toImport);
    }

    @Override
    public void renew(String id, Lease lease) {
        mongo.updateFirst(leased(id, lease.owner()), new Update().set("lease.until", lease.until()), COLLECTION);
    }

    @Override
    public void release(String owner) {
        mongo.updateMulti(
                query(where("status")
                        .is(Import.Status.RUNNING)
                        .and("lease.owner")
                        .is(owner)),
                new Update().set("lease.until", Instant.EPOCH),
                COLLECTION);
    }

    @Override
    public void update(Import progressed, String owner) {
        Update update = new Update()
                .set("status", progressed.status())
                .set("step", progressed.step())
                .set("encoding", progressed.encoding())
                .set("separator", progressed.separator())
                .set("columns", progressed.columns())
                .set("tally", progressed.tally())
                .set("reason", progressed.reason())
                .set("finishedAt", progressed.finishedAt());
        if (mongo.updateFirst(leased(progressed.id(), owner), update, COLLECTION)
                        .getMatchedCount()
                == 0) {
            throw new LeaseLostException(progressed.id());
        }
    }

    @Override
    public List<String> withRejectsFinishedBefore(Instant before, int limit) {
        Query query = query(where("finishedAt").lt(before).and("rejectsCleared").isNull())
                .limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    @Override
    public void rejectsCleared(String id) {
        mongo.updateFirst(query(where("_id").is(id)), new Update().set("rejectsCleared", true), COLLECTION);
    }

    private static Query leased(String id, String owner) {
        return query(where("_id").is(id).and("lease.owner").is(owner));
    }

    private Optional<ImportDocument> stored(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportDocument.class, COLLECTION));
    }
}
