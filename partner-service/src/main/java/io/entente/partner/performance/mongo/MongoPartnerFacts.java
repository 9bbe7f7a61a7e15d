package io.entente.partner.performance.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.partner.performance.PartnerFacts;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.OptimisticRetry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Facts in the collection {@code partner_facts}. */
@Repository
class MongoPartnerFacts implements PartnerFacts {

    static final String COLLECTION = "partner_facts";
    static final String KEY = "key";

    /** Not part of an id, so the facts of a partner are one range, in the order of their days. */
    private static final String SEPARATOR = "|";

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
                mongo.insert(FactDocument.of(fact, 1), COLLECTION);
            } catch (DuplicateKeyException anotherWasFirst) {
                throw new ConcurrentUpdateException(
                        "Fact %s was stored meanwhile".formatted(fact.id()), anotherWasFirst);
            }
            return;
        }
        Query unchanged = query(where("_id").is(known.id()).and("version").is(known.version()));
        if (mongo.replace(unchanged, FactDocument.of(fact, known.version() + 1), COLLECTION)
                        .getMatchedCount()
                == 0) {
            throw new ConcurrentUpdateException("Fact %s was changed meanwhile".formatted(fact.id()));
        }
    }

    @Override
    public List<PartnerFact> between(String partnerId, LocalDate from, LocalDate to) {
        Query range = query(where(KEY).gte(key(partnerId, from)).lt(key(partnerId, to.plusDays(1))));
        return mongo.find(range, FactDocument.class, COLLECTION).stream()
                .map(FactDocument::toFact)
                .toList();
    }

    private static String key(String partnerId, LocalDate day) {
        return partnerId + SEPARATOR + day;
    }

    /**
     * The stored form of a fact. The day is text, so that no time zone can move it.
     *
     * @param key absent if the fact doesn't count any more
     */
    record FactDocument(
            @Id String id,
            long version,
            String partnerId,
            Kind kind,
            String day,
            String referralId,
            @Nullable MoneyJson amount,
            @Nullable MoneyJson reversed,
            @Nullable Integer rating,
            long sequence,
            @Nullable String key) {

        static FactDocument of(PartnerFact fact, long version) {
            return new FactDocument(
                    fact.id(),
                    version,
                    fact.partnerId(),
                    fact.kind(),
                    fact.day().toString(),
                    fact.referralId(),
                    json(fact.amount()),
                    json(fact.reversed()),
                    fact.rating(),
                    fact.sequence(),
                    fact.kind() == Kind.GONE ? null : MongoPartnerFacts.key(fact.partnerId(), fact.day()));
        }

        PartnerFact toFact() {
            return new PartnerFact(
                    id,
                    partnerId,
                    kind,
                    LocalDate.parse(day),
                    referralId,
                    amount == null ? null : amount.toMoney(),
                    reversed == null ? null : reversed.toMoney(),
                    rating,
                    sequence);
        }

        private static @Nullable MoneyJson json(@Nullable Money money) {
            return money == null ? null : MoneyJson.of(money);
        }
    }
}
