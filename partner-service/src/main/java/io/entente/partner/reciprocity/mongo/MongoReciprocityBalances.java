package io.entente.partner.reciprocity.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.reciprocity.ListedBalance;
import io.entente.partner.reciprocity.ReciprocityBalance;
import io.entente.partner.reciprocity.ReciprocityBalances;
import io.entente.partner.reciprocity.ReciprocityFilter;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Balances in the collection {@code reciprocity}, by partner. */
@Repository
class MongoReciprocityBalances implements ReciprocityBalances {

    static final String COLLECTION = "reciprocity";

    private static final String ID = "_id";

    private final MongoOperations mongo;
    private final IndexedList list;
    private final Clock clock;

    MongoReciprocityBalances(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedBalance.ORDERS, clock).withChangingKeys();
        this.clock = clock;
    }

    @Override
    public Optional<ReciprocityBalance> find(String partnerId) {
        return Optional.ofNullable(mongo.findById(partnerId, BalanceDocument.class, COLLECTION))
                .map(BalanceDocument::toBalance);
    }

    @Override
    public List<ReciprocityBalance> find(Collection<String> partnerIds) {
        return partnerIds.isEmpty()
                ? List.of()
                : mongo.find(query(where(ID).in(partnerIds)), BalanceDocument.class, COLLECTION).stream()
                        .map(BalanceDocument::toBalance)
                        .toList();
    }

    @Override
    public Page<ReciprocityBalance> list(ReciprocityFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedBalance.query(filter), page);
        Map<String, ReciprocityBalance> found =
                find(ids.items()).stream().collect(Collectors.toMap(ReciprocityBalance::partnerId, each -> each));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public void compute(String partnerId, Supplier<ReciprocityBalance> balance) {
        OptimisticRetry.retryOnConflict(() -> {
            // The version is read before the balance, so that of two instances the one with an older balance computes
            // it again.
            BalanceDocument known = mongo.findById(partnerId, BalanceDocument.class, COLLECTION);
            ReciprocityBalance next = balance.get();
            if (known == null || !known.toBalance().equals(next)) {
                store(known, next);
            }
            return partnerId;
        });
    }

    private void store(@Nullable BalanceDocument known, ReciprocityBalance balance) {
        Instant now = clock.instant();
        ListEntry entry = ListedBalance.of(balance, now);
        if (known == null) {
            try {
                mongo.insert(BalanceDocument.of(balance, 1, entry.createdAt(now)), COLLECTION);
            } catch (DuplicateKeyException anotherWasFirst) {
                throw new ConcurrentUpdateException(
                        "The balance of %s was stored meanwhile".formatted(balance.partnerId()), anotherWasFirst);
            }
            return;
        }
        Query unchanged = query(where(ID).is(known.id()).and("version").is(known.version()));
        BalanceDocument next = BalanceDocument.of(balance, known.version() + 1, entry.replacing(known.list(), now));
        if (mongo.replace(unchanged, next, COLLECTION).getMatchedCount() == 0) {
            throw new ConcurrentUpdateException("The balance of %s was computed meanwhile".formatted(known.id()));
        }
    }
}
