package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.lease.Leased;
import io.entente.platform.runtime.lease.mongo.MongoLeases;
import io.entente.platform.runtime.lease.mongo.StoredLease;
import io.entente.referral.attribution.AttributionSettings;
import io.entente.referral.attribution.PendingClaimChange;
import io.entente.referral.attribution.PendingClaimChanges;
import io.entente.referral.attribution.conflicts.CaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Unfinished changes in the collection {@code pending_claim_changes}. Each document carries a lease that is free once the grace
 * is over; a change that is not finished under its lease is retried after another grace.
 */
@Repository
class MongoPendingClaimChanges implements PendingClaimChanges {

    static final String COLLECTION = "pending_claim_changes";

    /** The maximum number of ids of one removal. */
    private static final int MAX_REMOVED = 500;

    /** The maximum number of finished changes that wait for their removal. */
    private static final int MAX_FINISHED = 10_000;

    private final MongoOperations mongo;
    private final Duration grace;
    private final BlockingQueue<String> finished = new LinkedBlockingQueue<>(MAX_FINISHED);
    private final MongoLeases<PendingDocument, PendingClaimChange> leases;

    MongoPendingClaimChanges(MongoOperations mongo, AttributionSettings settings, Clock clock, IdGenerator ids) {
        this.mongo = mongo;
        this.grace = settings.grace();
        this.leases = new MongoLeases<>(
                mongo,
                new MongoLeases.Form<>(
                        COLLECTION, PendingDocument.class, PendingDocument::id, PendingDocument::toChange),
                grace,
                clock,
                ids);
    }

    @Override
    public void begin(PendingClaimChange change) {
        try {
            mongo.insert(PendingDocument.of(change, change.since().plus(grace)), COLLECTION);
        } catch (DuplicateKeyException begun) {
            // An earlier attempt recorded it. Its age tells the sweep when to help.
        }
    }

    @Override
    public void done(PendingClaimChange change) {
        mongo.remove(query(where("_id").is(change.id())), COLLECTION);
    }

    @Override
    public void doneSoon(PendingClaimChange change) {
        // If the queue is full, the record stays until the sweep finds that the change has been finished.
        boolean unused = finished.offer(change.id());
    }

    @Override
    public void removeFinished() {
        List<String> ids = new ArrayList<>();
        while (finished.drainTo(ids, MAX_REMOVED) > 0) {
            mongo.remove(query(where("_id").in(ids)), COLLECTION);
            ids.clear();
        }
    }

    @Override
    public Optional<PendingClaimChange> acquireOverdue() {
        return leases.acquireNext().map(Leased::item);
    }

    record PendingDocument(
            @Id String id,
            Instant since,
            @Nullable IntroductionDocument introduction,
            @Nullable String conflict,
            StoredLease lease) {

        static PendingDocument of(PendingClaimChange change, Instant overdueAt) {
            return new PendingDocument(
                    change.id(),
                    change.since(),
                    change.introduction() == null ? null : IntroductionDocument.of(change.introduction()),
                    change.conflict() == null ? null : change.conflict().value(),
                    StoredLease.freeFrom(overdueAt));
        }

        PendingClaimChange toChange() {
            return new PendingClaimChange(
                    id,
                    since,
                    introduction == null ? null : introduction.toIntroduction(),
                    conflict == null ? null : new CaseId(conflict));
        }
    }
}
