package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.runtime.lists.ListConditions;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.PolicyRef;
import io.entente.referral.sla.SlaAccount;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Reads the clocks that are embedded in the referrals. Open clocks are found by the index on {@code openClocks}, and
 * those that ended in a period by the index on {@code clocks.endedAt}.
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
    public List<Entry> find(Filter filter, @Nullable Position after, int limit) {
        ClockOrder order = new ClockOrder(filter.sort());
        Criteria clock = wanted(filter);
        if (after != null) {
            clock = new Criteria().andOperator(clock, order.after(after));
        }
        return mongo
                .aggregate(
                        newAggregation(
                                match(referralsWith(filter)),
                                unwind(CLOCKS),
                                match(clock),
                                sort(order.sort()),
                                limit(limit)),
                        MongoClockedReferrals.REFERRALS,
                        Row.class)
                .getMappedResults()
                .stream()
                .map(Row::toEntry)
                .toList();
    }

    @Override
    public void read(Filter filter, Consumer<Entry> action) {
        Aggregation clocks = newAggregation(
                match(referralsWith(filter)),
                unwind(CLOCKS),
                match(wanted(filter)),
                sort(new ClockOrder(filter.sort()).sort()));
        try (Stream<Row> rows = mongo.aggregateStream(clocks, MongoClockedReferrals.REFERRALS, Row.class)) {
            rows.map(Row::toEntry).forEach(action);
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
                                match(ofState(SlaState.RUNNING, null)),
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
        query.fields().include("partnerId", "client", "service", "clocks");
        return mongo.find(query, MovedRow.class, MongoClockedReferrals.REFERRALS).stream()
                .map(row -> row.toMoved(calendar))
                .toList();
    }

    /** Selects referrals that may have a matching clock. An index supports the selection. */
    private static Criteria referralsWith(Filter filter) {
        List<Criteria> all = new ArrayList<>(List.of(ofState(filter.state(), filter.kind())));
        if (filter.partnerId() != null) {
            all.add(ListConditions.filter(ListedReferral.ofPartner(filter.partnerId())));
        }
        if (filter.text() != null) {
            all.addAll(ListConditions.text(filter.text()));
        }
        return all.size() == 1 ? all.get(0) : new Criteria().andOperator(all);
    }

    private static Criteria ofState(@Nullable SlaState state, @Nullable SlaKind kind) {
        if (state == null || state == SlaState.RUNNING || state == SlaState.PAUSED) {
            return kind == null && state == null
                    ? where(OPEN_CLOCKS).exists(true)
                    : where(OPEN_CLOCKS).in(openClocks(kind, state));
        }
        return where(STATE).is(state);
    }

    private static List<String> openClocks(@Nullable SlaKind kind, @Nullable SlaState state) {
        return Arrays.stream(SlaKind.values())
                .filter(each -> kind == null || each == kind)
                .flatMap(each -> Arrays.stream(SlaState.values())
                        .filter(in -> state == null || in == state)
                        .map(in -> SlaClock.openKey(each, in)))
                .toList();
    }

    private static Criteria wanted(Filter filter) {
        Criteria clock =
                filter.state() == null ? where(ENDED_AT).is(null) : where(STATE).is(filter.state());
        if (filter.kind() != null) {
            clock = clock.and("clocks.kind").is(filter.kind());
        }
        if (filter.dueBefore() != null) {
            clock = clock.and("clocks.dueAt").lt(filter.dueBefore());
        }
        String owner = filter.owner();
        return owner == null
                ? clock
                : clock.and(Owners.isPerson(owner) ? "clocks.person" : "clocks.owner")
                        .is(owner);
    }

    record Ended(List<SlaClock> clocks) {}

    record Row(String id, String partnerId, Client client, String service, SlaClock clocks) {

        Entry toEntry() {
            return new Entry(id, partnerId, client.organisation(), service, clocks);
        }
    }

    record MovedRow(String id, String partnerId, Client client, String service, List<SlaClock> clocks) {

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
