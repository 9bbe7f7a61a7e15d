package io.entente.commission.runs.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.commission.runs.PartnerRuns;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Runs in the collection {@code partner_runs}: few, so that looking for one that waits may read them all. */
@Repository
class MongoPartnerRuns implements PartnerRuns {

    static final String COLLECTION = "partner_runs";

    private final MongoOperations mongo;

    MongoPartnerRuns(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean add(PartnerRun run) {
        try {
            mongo.insert(RunDocument.of(run), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<PartnerRun> find(String id) {
        return Optional.ofNullable(mongo.findById(id, RunDocument.class, COLLECTION))
                .map(RunDocument::toRun);
    }

    @Override
    public Page<PartnerRun> list(Set<Kind> kinds, PageRequest page) {
        Criteria criteria = where("kind").in(kinds);
        if (page.after() != null) {
            criteria = criteria.and("_id").gt(page.after());
        }
        List<RunDocument> found =
                mongo.find(new Query(criteria).with(Sort.by("_id")).limit(page.fetch()), RunDocument.class, COLLECTION);
        return Page.of(found, page, RunDocument::id).map(RunDocument::toRun);
    }

    @Override
    public Optional<PartnerRun> take(String owner, Instant now, Instant until) {
        RunDocument taken = mongo.findAndModify(
                query(where("status").is(Status.RUNNING).and("leasedUntil").lte(now)),
                new Update().set("owner", owner).set("leasedUntil", until),
                FindAndModifyOptions.options().returnNew(true),
                RunDocument.class,
                COLLECTION);
        return Optional.ofNullable(taken).map(RunDocument::toRun);
    }

    @Override
    public boolean mark(PartnerRun run, String owner, Instant until, List<String> failed) {
        Update update = new Update()
                .set("after", run.after())
                .set("partners", run.partners())
                .set("made", run.made())
                .set("leasedUntil", until);
        if (!failed.isEmpty()) {
            update.push("failed").slice(-PartnerRun.MAX_FAILED).each(failed.toArray());
        }
        return mongo.updateFirst(held(run.id(), owner), update, COLLECTION).getMatchedCount() == 1;
    }

    @Override
    public void end(String id, String owner, Instant now) {
        mongo.updateFirst(
                held(id, owner), new Update().set("status", Status.ENDED).set("endedAt", now), COLLECTION);
    }

    @Override
    public void release(String id, String owner) {
        mongo.updateFirst(held(id, owner), new Update().set("leasedUntil", Instant.EPOCH), COLLECTION);
    }

    private static Query held(String id, String owner) {
        return query(where("_id").is(id).and("owner").is(owner));
    }

    /** How a run is stored. */
    record RunDocument(
            @Id String id,
            Kind kind,
            String subject,
            Status status,
            @Nullable String after,
            long partners,
            long made,
            List<String> failed,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String owner,
            Instant leasedUntil) {

        static RunDocument of(PartnerRun run) {
            return new RunDocument(
                    run.id(),
                    run.kind(),
                    run.subject(),
                    run.status(),
                    run.after(),
                    run.partners(),
                    run.made(),
                    run.failed(),
                    run.startedBy(),
                    run.startedAt(),
                    run.endedAt(),
                    null,
                    Instant.EPOCH);
        }

        PartnerRun toRun() {
            return new PartnerRun(
                    id, kind, subject, status, after, partners, made, failed, startedBy, startedAt, endedAt);
        }
    }
}
