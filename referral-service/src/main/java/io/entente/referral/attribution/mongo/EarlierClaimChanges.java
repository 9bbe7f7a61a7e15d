package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.runtime.lease.mongo.StoredLease;
import io.entente.referral.attribution.mongo.MongoPendingClaimChanges.PendingDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Takes over the unfinished claim changes that an earlier version stored in the collection {@code attribution_undertakings}. This
 * happens at each start, because an instance of the earlier version may still run beside the first one of this version. Each change
 * is inserted before it is removed, so a crash in between only repeats the step.
 */
final class EarlierClaimChanges {

    static final String COLLECTION = "attribution_undertakings";

    private static final int AT_ONCE = 500;

    private final MongoOperations mongo;
    private final Duration grace;

    EarlierClaimChanges(MongoOperations mongo, Duration grace) {
        this.mongo = mongo;
        this.grace = grace;
    }

    void takeOver() {
        List<EarlierDocument> some = next();
        while (!some.isEmpty()) {
            some.forEach(this::takeOver);
            some = next();
        }
    }

    private List<EarlierDocument> next() {
        return mongo.find(new Query().with(Sort.by("_id")).limit(AT_ONCE), EarlierDocument.class, COLLECTION);
    }

    private void takeOver(EarlierDocument earlier) {
        try {
            mongo.insert(earlier.toPending(grace), MongoPendingClaimChanges.COLLECTION);
        } catch (DuplicateKeyException takenOver) {
            // Another instance was faster, or this one has crashed before the removal.
        }
        mongo.remove(query(where("_id").is(earlier.id())), COLLECTION);
    }

    /** The stored form of the earlier version. It had no lease. */
    record EarlierDocument(
            @Id String id, Instant since, @Nullable IntroductionDocument introduction, @Nullable String conflict) {

        PendingDocument toPending(Duration grace) {
            return new PendingDocument(id, since, introduction, conflict, StoredLease.freeFrom(since.plus(grace)));
        }
    }
}
