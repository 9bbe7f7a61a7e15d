package io.entente.partner.performance.mongo;

import static io.entente.partner.performance.mongo.FactDocument.CHANGED;
import static io.entente.partner.performance.mongo.FactDocument.KEY;
import static io.entente.partner.performance.mongo.FactDocument.MONTHS;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.partner.performance.PartnerFacts;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Facts in the collection {@code partner_facts}. */
@Repository
class MongoPartnerFacts implements PartnerFacts {

    static final String COLLECTION = "partner_facts";

    private static final String ID = "_id";
    private static final String VERSION = "version";

    private final MongoOperations mongo;

    MongoPartnerFacts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean change(String id, Function<Optional<PartnerFact>, Optional<PartnerFact>> decide) {
        return OptimisticRetry.retryOnConflict(() -> {
            FactDocument known = mongo.findById(id, FactDocument.class, COLLECTION);
            Optional<PartnerFact> before = Optional.ofNullable(known).map(FactDocument::toFact);
            Optional<PartnerFact> after = decide.apply(before);
            boolean isChanged = after.isPresent() && !after.equals(before);
            if (isChanged) {
                store(known, after.get());
            }
            return isChanged;
        });
    }

    private void store(@Nullable FactDocument known, PartnerFact fact) {
        if (known == null) {
            try {
                mongo.insert(FactDocument.of(fact, null), COLLECTION);
            } catch (DuplicateKeyException anotherWasFirst) {
                throw new ConcurrentUpdateException(
                        "Fact %s was stored meanwhile".formatted(fact.id()), anotherWasFirst);
            }
            return;
        }
        Query unchanged = query(where(ID).is(known.id()).and(VERSION).is(known.version()));
        if (mongo.replace(unchanged, FactDocument.of(fact, known), COLLECTION).getMatchedCount() == 0) {
            throw new ConcurrentUpdateException("Fact %s was changed meanwhile".formatted(fact.id()));
        }
    }

    @Override
    public List<PartnerFact> between(String partnerId, LocalDate from, LocalDate to) {
        Query range = query(where(KEY)
                .gte(FactDocument.firstKey(partnerId, from))
                .lt(FactDocument.firstKey(partnerId, to.plusDays(1))));
        return facts(range);
    }

    @Override
    public Page<PartnerFact> list(Selection of, PageRequest page) {
        String first = FactDocument.firstKey(of.partnerId(), of.from());
        String last = FactDocument.firstKey(of.partnerId(), of.to().plusDays(1));
        String after = page.after();
        Criteria start = after == null || after.compareTo(first) < 0
                ? where(KEY).gte(first)
                : where(KEY).gt(after);
        Query range = query(
                        start.lt(last).and("kind").in(of.kinds()).and("flow").in(of.flows()))
                .with(Sort.by(KEY))
                .limit(page.fetch());
        List<FactDocument> found = mongo.find(range, FactDocument.class, COLLECTION);
        return Page.of(found, page, document -> String.valueOf(document.key())).map(FactDocument::toFact);
    }

    @Override
    public List<PartnerFact> latestReferrals(String partnerId, Flow flow, int limit) {
        Query latest = query(where(KEY)
                        .gt(FactDocument.firstKey(partnerId))
                        .lt(FactDocument.lastKey(partnerId))
                        .and("kind")
                        .is(Kind.REFERRED)
                        .and("flow")
                        .is(flow))
                .with(Sort.by(Sort.Direction.DESC, KEY))
                .limit(limit);
        return facts(latest);
    }

    @Override
    public Optional<LocalDate> lastActivity(String partnerId) {
        Query last = query(where(KEY)
                        .gt(FactDocument.firstKey(partnerId))
                        .lt(FactDocument.lastKey(partnerId))
                        .and("kind")
                        .in(PartnerFact.ACTIVITIES))
                .with(Sort.by(Sort.Direction.DESC, KEY))
                .limit(1);
        return facts(last).stream().map(PartnerFact::day).findFirst();
    }

    @Override
    public List<Changed> changed(int limit) {
        Query changed = query(where(CHANGED).gt("")).with(Sort.by(CHANGED)).limit(limit);
        return mongo.find(changed, FactDocument.class, COLLECTION).stream()
                .map(FactDocument::toChanged)
                .toList();
    }

    @Override
    public void settle(List<Changed> facts) {
        Update settled = new Update().unset(CHANGED).unset(MONTHS);
        BulkOperations all = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        facts.forEach(
                fact -> all.updateOne(query(where(ID).is(fact.id()).and(VERSION).is(fact.version())), settled));
        all.execute();
    }

    private List<PartnerFact> facts(Query query) {
        return mongo.find(query, FactDocument.class, COLLECTION).stream()
                .map(FactDocument::toFact)
                .toList();
    }
}
