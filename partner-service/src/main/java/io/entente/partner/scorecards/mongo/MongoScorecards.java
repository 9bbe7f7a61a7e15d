package io.entente.partner.scorecards.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.scorecards.ListedScorecard;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.ScorecardFilter;
import io.entente.partner.scorecards.Scorecards;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Scorecards in the collection {@code scorecards}. */
@Repository
class MongoScorecards implements Scorecards {

    static final String COLLECTION = "scorecards";

    private static final String ID = "_id";
    private static final String FILTERS = IndexedList.FIELD + ".filters";

    private final MongoOperations mongo;
    private final IndexedList list;
    private final String currency;
    private final Clock clock;

    /** @param currency in which the revenue of partners is compared */
    MongoScorecards(MongoOperations mongo, @Value("${entente.program.currency:USD}") String currency, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedScorecard.ORDERS, clock).withChangingKeys();
        this.currency = currency;
        this.clock = clock;
    }

    @Override
    public List<Scorecard> find(String partnerId, Collection<ReportPeriod> periods) {
        return read(periods.stream()
                .map(period -> ScorecardDocument.id(period, partnerId))
                .toList());
    }

    @Override
    public List<Scorecard> find(Collection<String> partnerIds, ReportPeriod period) {
        return read(partnerIds.stream()
                .map(partner -> ScorecardDocument.id(period, partner))
                .toList());
    }

    @Override
    public List<Scorecard> years(String partnerId) {
        return read(query(where(FILTERS).is(ListedScorecard.yearsOf(partnerId))));
    }

    @Override
    public List<Scorecard> ofAll(ReportPeriod period, @Nullable String after, int limit) {
        Query range = query(where(ID)
                        .gt(ScorecardDocument.id(period, after == null ? "" : after))
                        .lt(ScorecardDocument.lastId(period)))
                .with(Sort.by(ID))
                .limit(limit);
        return read(range);
    }

    @Override
    public Page<Scorecard> list(ScorecardFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedScorecard.query(filter), page);
        Map<String, Scorecard> found = read(ids.items()).stream()
                .collect(Collectors.toMap(each -> ScorecardDocument.id(each.period(), each.partnerId()), each -> each));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public void compute(String partnerId, ReportPeriod period, Supplier<PartnerFigures> figures) {
        String id = ScorecardDocument.id(period, partnerId);
        OptimisticRetry.retryOnConflict(() -> {
            // The version is read before the figures, so that of two instances the one with older figures computes them
            // again.
            ScorecardDocument known = mongo.findById(id, ScorecardDocument.class, COLLECTION);
            Scorecard next = new Scorecard(partnerId, period, figures.get());
            if (known == null || !known.toScorecard().equals(next)) {
                store(known, next);
            }
            return id;
        });
    }

    private void store(@Nullable ScorecardDocument known, Scorecard scorecard) {
        Instant now = clock.instant();
        ListEntry entry = ListedScorecard.of(scorecard, currency, now);
        if (known == null) {
            try {
                mongo.insert(ScorecardDocument.of(scorecard, 1, entry.createdAt(now)), COLLECTION);
            } catch (DuplicateKeyException anotherWasFirst) {
                throw new ConcurrentUpdateException(
                        "The scorecard of %s for %s was stored meanwhile"
                                .formatted(scorecard.partnerId(), scorecard.period()),
                        anotherWasFirst);
            }
            return;
        }
        Query unchanged = query(where(ID).is(known.id()).and("version").is(known.version()));
        ScorecardDocument next =
                ScorecardDocument.of(scorecard, known.version() + 1, entry.replacing(known.list(), now));
        if (mongo.replace(unchanged, next, COLLECTION).getMatchedCount() == 0) {
            throw new ConcurrentUpdateException("The scorecard %s was computed meanwhile".formatted(known.id()));
        }
    }

    private List<Scorecard> read(List<String> ids) {
        return ids.isEmpty() ? List.of() : read(query(where(ID).in(ids)));
    }

    private List<Scorecard> read(Query query) {
        return mongo.find(query, ScorecardDocument.class, COLLECTION).stream()
                .map(ScorecardDocument::toScorecard)
                .toList();
    }
}
