package io.entente.referral.intake.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import io.entente.platform.runtime.lease.mongo.MongoLeases;
import io.entente.platform.runtime.lists.IndexedList;
import io.entente.referral.intake.Import;
import io.entente.referral.intake.Imports;
import io.entente.referral.intake.lists.ImportFilter;
import io.entente.referral.intake.lists.ImportList;
import io.entente.referral.intake.lists.ListedImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores imports in the collection {@code imports}. */
@Repository
class MongoImports implements Imports, ImportList {

    static final String COLLECTION = "imports";

    /** Much longer than the time for a page of rows, after which the lease is renewed. */
    private static final Duration LEASE_TERM = Duration.ofSeconds(20);

    private final MongoOperations mongo;
    private final MongoLeases<ImportDocument, Import> leases;
    private final IndexedList list;

    MongoImports(MongoOperations mongo, Clock clock, IdGenerator ids) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedImport.ORDERS, clock);
        this.leases = new MongoLeases<>(
                mongo,
                new MongoLeases.Form<>(COLLECTION, ImportDocument.class, ImportDocument::id, ImportDocument::toImport),
                LEASE_TERM,
                clock,
                ids);
    }

    @Override
    public Optional<Import> find(String id) {
        return stored(id).map(ImportDocument::toImport);
    }

    @Override
    public Page<Import> list(ImportFilter filter, PageRequest page) {
        return list.page(
                        ListedImport.query(filter),
                        page,
                        these -> mongo.find(these, ImportDocument.class, COLLECTION),
                        ImportDocument::id)
                .map(ImportDocument::toImport);
    }

    @Override
    public boolean add(Import started, Receipt receipt) {
        try {
            mongo.insert(ImportDocument.of(started, receipt), COLLECTION);
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
    public long countUnfinished() {
        return mongo.count(query(where("lease.until").exists(true)), COLLECTION);
    }

    @Override
    public Optional<Leased<Import>> acquireNext() {
        return leases.acquireNext();
    }

    @Override
    public void update(Import progressed, Lease lease) {
        leases.update(lease, leases.withRenewal(changes(progressed)));
    }

    @Override
    public void finish(Import finished, Lease lease) {
        leases.update(lease, MongoLeases.withEnd(changes(finished)));
    }

    @Override
    public Lease renew(Lease lease) {
        return leases.renew(lease);
    }

    @Override
    public void release(Lease lease, Instant freeFrom) {
        leases.release(lease, freeFrom);
    }

    private static Update changes(Import progressed) {
        return new Update()
                .set("status", progressed.status())
                .set("step", progressed.step())
                .set("encoding", progressed.encoding())
                .set("separator", progressed.separator())
                .set("columns", progressed.columns())
                .set("reading", progressed.reading())
                .set("tally", ImportDocument.TallyDocument.of(progressed.tally()))
                .set("position", progressed.position())
                .set("reason", progressed.reason())
                .set("finishedAt", progressed.finishedAt())
                .set(IndexedList.FIELD, ListedImport.of(progressed));
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

    private Optional<ImportDocument> stored(String id) {
        return Optional.ofNullable(mongo.findById(id, ImportDocument.class, COLLECTION));
    }
}
