package io.entente.commission.runs.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.runs.PartnerRun;
import io.entente.commission.runs.PartnerRun.Kind;
import io.entente.commission.runs.PartnerRun.Status;
import io.entente.commission.runs.PartnerRuns;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.Leased;
import io.entente.platform.runtime.lease.mongo.MongoLeases;
import io.entente.platform.runtime.lease.mongo.StoredLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores runs in the collection {@code partner_runs}. The index on leases holds only runs that have not ended. */
@Repository
class MongoPartnerRuns implements PartnerRuns {

    static final String COLLECTION = "partner_runs";

    /** Much longer than the work on the partners between two marks. */
    private static final Duration TERM = Duration.ofSeconds(20);

    private final MongoOperations mongo;
    private final MongoLeases<RunDocument, PartnerRun> leases;

    MongoPartnerRuns(MongoOperations mongo, Clock clock, IdGenerator ids) {
        this.mongo = mongo;
        this.leases = new MongoLeases<>(
                mongo,
                new MongoLeases.Form<>(COLLECTION, RunDocument.class, RunDocument::id, RunDocument::toRun),
                TERM,
                clock,
                ids);
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
    public Page<PartnerRun> list(Set<Kind> kinds, @Nullable String subject, @Nullable Status status, PageRequest page) {
        Criteria criteria = where("kind").in(kinds);
        if (subject != null) {
            criteria = criteria.and("subject").is(subject);
        }
        if (status != null) {
            criteria = criteria.and("status").is(status);
        }
        if (page.after() != null) {
            criteria = criteria.and("_id").gt(page.after());
        }
        List<RunDocument> found =
                mongo.find(new Query(criteria).with(Sort.by("_id")).limit(page.fetch()), RunDocument.class, COLLECTION);
        return Page.of(found, page, RunDocument::id).map(RunDocument::toRun);
    }

    @Override
    public Optional<Leased<PartnerRun>> acquireNext() {
        return leases.acquireNext();
    }

    @Override
    public void mark(Lease lease, PartnerRun run, List<String> failed) {
        Update update = new Update()
                .set("after", run.after())
                .set("partners", run.partners())
                .set("made", run.made());
        if (!failed.isEmpty()) {
            update.push("failed").slice(-PartnerRun.MAX_FAILED).each(failed.toArray());
        }
        leases.update(lease, leases.withRenewal(update));
    }

    @Override
    public void end(Lease lease, Instant now) {
        leases.update(
                lease,
                MongoLeases.withEnd(new Update().set("status", Status.ENDED).set("endedAt", now)));
    }

    @Override
    public void release(Lease lease, Instant freeFrom) {
        leases.release(lease, freeFrom);
    }

    /** Gives runs that an earlier version left unfinished a lease that is free, so that they are continued. */
    void adoptRunsOfEarlierVersions() {
        mongo.updateMulti(
                query(where("kind")
                        .in(List.of(Kind.values()))
                        .and("status")
                        .is(Status.RUNNING)
                        .and("lease")
                        .exists(false)),
                new Update().set("lease", StoredLease.freeFrom(Instant.EPOCH)),
                COLLECTION);
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
            @Nullable StoredLease lease) {

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
                    StoredLease.freeFrom(run.startedAt()));
        }

        PartnerRun toRun() {
            return new PartnerRun(
                    id, kind, subject, status, after, partners, made, failed, startedBy, startedAt, endedAt);
        }
    }
}
