package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.limit;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.sort;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.runtime.lists.ListConditions;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaBoard.Position;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Lists open clocks. A page reads the open clocks that the filter selects, by the index on {@code openClocks}. The due dates of some
 * may change while somebody reads the list, so those that have changed since the first page are read and placed separately.
 */
final class OpenClocks {

    private static final String CLOCKS = "clocks";
    private static final String CHANGED_AT = "clocks.earlierDueDates.until";

    private final MongoOperations mongo;
    private final Filter filter;
    private final ClockOrder order;

    OpenClocks(MongoOperations mongo, Filter filter) {
        this.mongo = mongo;
        this.filter = filter;
        this.order = new ClockOrder(filter.sort());
    }

    List<Entry> find(Instant asOf, @Nullable Position after, int limit) {
        if (after == null) {
            return list(match(clock()), sort(order.sort()), limit(limit));
        }
        Criteria unchanged = new Criteria().norOperator(where(CHANGED_AT).gt(asOf));
        List<Entry> found = new ArrayList<>(list(
                match(new Criteria().andOperator(clock(), unchanged, order.after(after))),
                sort(order.sort()),
                limit(limit)));
        found.addAll(changed(asOf, after, limit));
        return found.stream().sorted(asOf(asOf)).limit(limit).toList();
    }

    /** The first clocks after the position among those whose due date has changed since the first page. */
    private List<Entry> changed(Instant asOf, Position after, int limit) {
        TreeSet<Entry> first = new TreeSet<>(asOf(asOf));
        stream(
                entry -> {
                    if (order.comparator().compare(entry.position(asOf), after) > 0) {
                        first.add(entry);
                        if (first.size() > limit) {
                            first.pollLast();
                        }
                    }
                },
                match(new Criteria().andOperator(clock(), where(CHANGED_AT).gt(asOf))));
        return List.copyOf(first);
    }

    private Comparator<Entry> asOf(Instant asOf) {
        return Comparator.comparing(entry -> entry.position(asOf), order.comparator());
    }

    /** Reads all in one query, so a change meanwhile doesn't move a clock. */
    void read(Consumer<Entry> action) {
        stream(action, match(clock()), sort(order.sort()));
    }

    private List<Entry> list(AggregationOperation... stages) {
        List<Entry> found = new ArrayList<>();
        stream(found::add, stages);
        return found;
    }

    private void stream(Consumer<Entry> action, AggregationOperation... stages) {
        List<AggregationOperation> all = new ArrayList<>(List.of(match(referrals()), unwind(CLOCKS)));
        all.addAll(Arrays.asList(stages));
        try (Stream<ClockRow.One> rows =
                mongo.aggregateStream(newAggregation(all), MongoClockedReferrals.REFERRALS, ClockRow.One.class)) {
            rows.map(ClockRow.One::toEntry).forEach(action);
        }
    }

    /** Selects referrals that may have a matching clock. An index supports the selection. */
    private Criteria referrals() {
        List<Criteria> all = new ArrayList<>(List.of(inState(filter.state(), filter.kind())));
        if (filter.partnerId() != null) {
            all.add(ListConditions.filter(ListedReferral.ofPartner(filter.partnerId())));
        }
        if (filter.author() != null) {
            all.add(ListConditions.filter(ListedReferral.ofAuthor(filter.author())));
        }
        if (filter.text() != null) {
            all.addAll(ListConditions.text(filter.text()));
        }
        return all.size() == 1 ? all.get(0) : new Criteria().andOperator(all);
    }

    /** Selects referrals with open clocks of a state and a kind. */
    static Criteria inState(@Nullable SlaState state, @Nullable SlaKind kind) {
        return kind == null && state == null
                ? where(MongoSlaBoard.OPEN_CLOCKS).exists(true)
                : where(MongoSlaBoard.OPEN_CLOCKS).in(keys(kind, state));
    }

    private static List<String> keys(@Nullable SlaKind kind, @Nullable SlaState state) {
        return Arrays.stream(SlaKind.values())
                .filter(each -> kind == null || each == kind)
                .flatMap(each -> Arrays.stream(SlaState.values())
                        .filter(in -> state == null || in == state)
                        .map(in -> SlaClock.openKey(each, in)))
                .toList();
    }

    private Criteria clock() {
        Criteria clock = filter.state() == null
                ? where(MongoSlaBoard.ENDED_AT).is(null)
                : where(MongoSlaBoard.STATE).is(filter.state());
        if (filter.kind() != null) {
            clock = clock.and("clocks.kind").is(filter.kind());
        }
        if (filter.dueBefore() != null) {
            clock = clock.and(MongoPromiseRecords.DUE_AT).lt(filter.dueBefore());
        }
        String owner = filter.owner();
        return owner == null
                ? clock
                : clock.and(Owners.isPerson(owner) ? "clocks.person" : "clocks.owner")
                        .is(owner);
    }
}
