package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.attribution.policy.AttributionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Policies in the collection {@code attribution_policies}, one document for each version. The version in force is kept in memory
 * for a second, after which a version that another instance has added is seen.
 */
@Repository
class MongoAttributionPolicies implements AttributionPolicies {

    static final String COLLECTION = "attribution_policies";

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final MongoOperations mongo;
    private final LoadingCache<LocalDate, AttributionPolicy> inForce;
    private final Clock clock;

    MongoAttributionPolicies(MongoOperations mongo, Clock clock, Ticker ticker) {
        this.mongo = mongo;
        this.clock = clock;
        this.inForce = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(FRESH_FOR)
                .ticker(ticker)
                .build(this::readInForce);
    }

    @Override
    public AttributionPolicy inForce() {
        return inForce.get(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
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
                .orElseThrow(() -> new IllegalStateException("The first attribution policy is missing from the store"));
        if (last.fingerprint().equals(fingerprint)) {
            return last.toPolicy();
        }
        AttributionPolicy next = policy.numbered(last.version() + 1);
        if (!insert(PolicyDocument.of(next, fingerprint))) {
            throw new ConcurrentUpdateException(
                    "Version %d of the attribution policy was added meanwhile".formatted(next.version()));
        }
        inForce.invalidateAll();
        return next;
    }

    /** Stores the first policy unless there is one. */
    void open(PolicyDocument.Content first) {
        // An earlier start or another instance may have stored a policy already; that one is kept.
        boolean unused = insert(PolicyDocument.of(first.toPolicy(1), PolicyDocument.FIRST));
    }

    private AttributionPolicy readInForce(LocalDate today) {
        return newestFirst(where("policy.effectiveFrom").lte(today.toString()))
                .map(PolicyDocument::toPolicy)
                .orElseThrow(() -> new IllegalStateException("No attribution policy is in force on " + today));
    }

    /** The newest version that matches. */
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
}
