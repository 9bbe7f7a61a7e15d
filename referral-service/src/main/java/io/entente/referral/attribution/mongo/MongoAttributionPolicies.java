package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.attribution.policy.AttributionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Policies in the collection {@code attribution_policies}, a document for each version; the one in force also in memory. */
@Repository
class MongoAttributionPolicies implements AttributionPolicies {

    static final String COLLECTION = "attribution_policies";

    /** Another instance may have added a version: what was read longer ago is read again. */
    static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    MongoAttributionPolicies(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public AttributionPolicy inForce() {
        Instant now = clock.instant();
        Seen cached = seen;
        if (cached != null && cached.isFresh(now)) {
            return cached.policy();
        }
        AttributionPolicy policy = readInForce(LocalDate.ofInstant(now, ZoneOffset.UTC));
        seen = new Seen(policy, now);
        return policy;
    }

    @Override
    public Optional<AttributionPolicy> find(int version) {
        return Optional.ofNullable(mongo.findById(PolicyDocument.idOf(version), PolicyDocument.class, COLLECTION))
                .map(PolicyDocument::toPolicy);
    }

    @Override
    public Page<AttributionPolicy> list(PageRequest page) {
        Criteria criteria = page.after() == null ? new Criteria() : where("_id").gt(page.after());
        Query query = new Query(criteria).with(Sort.by("_id")).limit(page.fetch());
        return Page.of(mongo.find(query, PolicyDocument.class, COLLECTION), page, PolicyDocument::id)
                .map(PolicyDocument::toPolicy);
    }

    @Override
    public AttributionPolicy add(AttributionPolicy policy, String fingerprint) {
        PolicyDocument last = newestFirst(new Criteria())
                .orElseThrow(() -> new IllegalStateException("the first policy is gone from the store"));
        if (last.fingerprint().equals(fingerprint)) {
            return last.toPolicy();
        }
        AttributionPolicy next = policy.numbered(last.version() + 1);
        if (!insert(PolicyDocument.of(next, fingerprint))) {
            throw new ConcurrentUpdateException("version %d was just added".formatted(next.version()));
        }
        seen = null;
        return next;
    }

    /** Writes the first policy, where there is none. */
    void open(PolicyDocument.Content first) {
        // Another start, or another instance, may have been first; its policy stands.
        boolean unused = insert(PolicyDocument.of(first.toPolicy(1), PolicyDocument.FIRST));
    }

    private AttributionPolicy readInForce(LocalDate today) {
        return newestFirst(where("policy.effectiveFrom").lte(today.toString()))
                .map(PolicyDocument::toPolicy)
                .orElseThrow(() -> new IllegalStateException("no attribution policy is in force"));
    }

    /** Versions are few; the newest is nearly always the one. */
    private Optional<PolicyDocument> newestFirst(Criteria criteria) {
        Query query =
                new Query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(1);
        List<PolicyDocument> found = mongo.find(query, PolicyDocument.class, COLLECTION);
        return found.stream().findFirst();
    }

    private boolean insert(PolicyDocument document) {
        try {
            mongo.insert(document, COLLECTION);
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    private record Seen(AttributionPolicy policy, Instant at) {
        /** A clock set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }
}
