package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaAccount;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Reads the clocks that are embedded in the referrals. Open clocks are found by the index on {@code openClocks}, those that ended
 * in a period by the index on {@code clocks.endedAt}, and the list of those in another state by the one on their state and due date.
 */
@Repository
class MongoSlaBoard implements SlaBoard {

    static final String OPEN_CLOCKS = "openClocks";
    static final String ENDED_AT = "clocks.endedAt";
    static final String STATE = "clocks.state";
    static final String MOVED_BY = "movedBy";

    private static final String CLOCKS = "clocks";

    private final MongoOperations mongo;

    MongoSlaBoard(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Entry> find(Filter filter, Instant asOf, @Nullable Position after, int limit) {
        return filter.isHistory()
                ? new ClockHistory(mongo, filter).find(after, limit)
                : new OpenClocks(mongo, filter).find(asOf, after, limit);
    }

    @Override
    public void read(Filter filter, Consumer<Entry> action) {
        if (filter.isHistory()) {
            new ClockHistory(mongo, filter).read(action);
        } else {
            new OpenClocks(mongo, filter).read(action);
        }
    }

    @Override
    public Map<SlaKind, Map<SlaState, Long>> openCounts() {
        Map<SlaKind, Map<SlaState, Long>> counts = new EnumMap<>(SlaKind.class);
        mongo.aggregate(
                        newAggregation(
                                match(where(OPEN_CLOCKS).exists(true)),
                                unwind(OPEN_CLOCKS),
                                group(OPEN_CLOCKS).count().as("count")),
                        MongoClockedReferrals.REFERRALS,
                        Document.class)
                .forEach(row -> {
                    String[] clock = row.getString("_id").split(":", 2);
                    counts.computeIfAbsent(SlaKind.valueOf(clock[0]), kind -> new EnumMap<>(SlaState.class))
                            .put(
                                    SlaState.valueOf(clock[1]),
                                    row.get("count", Number.class).longValue());
                });
        return counts;
    }

    @Override
    public long countDue(Instant from, Instant to) {
        Criteria due =
                where(STATE).is(SlaState.RUNNING).and("clocks.dueAt").gte(from).lt(to);
        return mongo
                .aggregate(
                        newAggregation(
                                match(OpenClocks.inState(SlaState.RUNNING, null)),
                                unwind(CLOCKS),
                                match(due),
                                group().count().as("count")),
                        MongoClockedReferrals.REFERRALS,
                        Document.class)
                .getMappedResults()
                .stream()
                .mapToLong(row -> row.get("count", Number.class).longValue())
                .sum();
    }

    @Override
    public SlaAccount account(Instant from, Instant to) {
        SlaAccount account = new SlaAccount(from, to);
        Query query = new Query(where(ENDED_AT).gte(from));
        query.fields().include("clocks");
        try (Stream<Ended> found = mongo.stream(query, Ended.class, MongoClockedReferrals.REFERRALS)) {
            found.flatMap(referral -> referral.clocks().stream()).forEach(account::add);
        }
        return account;
    }

    @Override
    public List<MovedReferral> movedBy(PolicyRef calendar, @Nullable String after, int limit) {
        Criteria moved = where(MOVED_BY).is(calendar.key());
        Query query = new Query(
                        after == null
                                ? moved
                                : moved.and(MongoClockedReferrals.ID).gt(after))
                .with(Sort.by(MongoClockedReferrals.ID))
                .limit(limit);
        query.fields().include("partnerId", "client.organisation", "service", "clocks");
        return mongo.find(query, MovedRow.class, MongoClockedReferrals.REFERRALS).stream()
                .map(row -> row.toMoved(calendar))
                .toList();
    }

    record Ended(List<SlaClock> clocks) {}

    record MovedRow(String id, String partnerId, ClockRow.ClientRow client, String service, List<SlaClock> clocks) {

        MovedReferral toMoved(PolicyRef calendar) {
            return new MovedReferral(
                    id,
                    partnerId,
                    client.organisation(),
                    service,
                    clocks.stream()
                            .flatMap(clock -> clock.moves().stream()
                                    .filter(move -> move.calendar().equals(calendar))
                                    .map(move -> new MovedClock(clock.kind(), clock.startedAt(), move)))
                            .toList());
        }
    }
}
