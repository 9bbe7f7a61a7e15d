package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.PageRequest;
import io.entente.platform.runtime.lists.ListConditions;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaBoard.Position;
import io.entente.referral.sla.SlaClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Lists clocks in a state that they don't leave. Their due dates don't change either, so a position in the order by due date is
 * stable. No index can sort the elements of lists, so a page is read by spans of due dates, each of which has at most
 * {@value #MAX_REFERRALS} referrals: a longer one is halved until it hasn't more, and after a span with fewer the next one is longer.
 * A page therefore costs what is on it and not what is before or behind it.
 */
final class ClockHistory {

    static final int MAX_REFERRALS = 500;

    /** Due dates are within these bounds. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** How much is read first after a position. */
    private static final Duration GUESS = Duration.ofDays(1);

    private static final String CLOCKS = "clocks";

    private final MongoOperations mongo;
    private final Filter filter;
    private final Comparator<Position> order;
    private final boolean isBackwards;
    private final int maxReferrals;

    ClockHistory(MongoOperations mongo, Filter filter) {
        this(mongo, filter, MAX_REFERRALS);
    }

    ClockHistory(MongoOperations mongo, Filter filter, int maxReferrals) {
        this.mongo = mongo;
        this.filter = filter;
        this.order = new ClockOrder(filter.sort()).comparator();
        this.isBackwards = filter.sort().isDescending();
        this.maxReferrals = maxReferrals;
    }

    /** Reads all, one page after the other. */
    void read(Consumer<Entry> action) {
        Position after = null;
        List<Entry> page;
        do {
            page = find(after, PageRequest.MAX_LIMIT);
            page.forEach(action);
            after = page.isEmpty() ? null : position(page.get(page.size() - 1));
        } while (page.size() == PageRequest.MAX_LIMIT);
    }

    List<Entry> find(@Nullable Position after, int limit) {
        List<Entry> found = new ArrayList<>();
        Span rest = after(after);
        Span next = after == null ? rest : rest.first(GUESS);
        // Without a position, the first clock is looked for by halving.
        boolean grows = after != null;
        while (found.size() < limit && !rest.isEmpty()) {
            List<ClockRow.All> rows = rows(next, maxReferrals + 1);
            if (rows.size() > maxReferrals && !next.isShortest()) {
                next = next.half();
                continue;
            }
            found.addAll(entries(rows.size() > maxReferrals ? atInstant(next, after, limit + 1) : rows, next, after));
            grows |= !rows.isEmpty();
            rest = rest.after(next);
            next = rest.first(grows ? next.length().multipliedBy(2) : next.length());
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private Span after(@Nullable Position after) {
        Instant end = filter.dueBefore() == null ? LAST : filter.dueBefore();
        if (after == null) {
            return new Span(FIRST, end, isBackwards);
        }
        return isBackwards ? new Span(FIRST, after.dueAt().plusMillis(1), true) : new Span(after.dueAt(), end, false);
    }

    private List<Entry> entries(List<ClockRow.All> rows, Span span, @Nullable Position after) {
        return rows.stream()
                .flatMap(ClockRow.All::toEntries)
                .filter(entry -> isWanted(entry.clock(), span))
                .filter(entry -> after == null || order.compare(position(entry), after) > 0)
                .sorted(Comparator.comparing(ClockHistory::position, order))
                .toList();
    }

    private static Position position(Entry entry) {
        return entry.position(Instant.MAX);
    }

    private boolean isWanted(SlaClock clock, Span span) {
        String owner = filter.owner();
        return clock.state() == filter.state()
                && !clock.dueAt().isBefore(span.from())
                && clock.dueAt().isBefore(span.to())
                && (filter.kind() == null || clock.kind() == filter.kind())
                && (owner == null || owner.equals(Owners.isPerson(owner) ? clock.person() : clock.owner()));
    }

    private List<ClockRow.All> rows(Span span, int limit) {
        return find(new Query(referrals(span)).limit(limit));
    }

    /** The next referrals with a clock that is due at an instant at which more are due than are read at once. */
    private List<ClockRow.All> atInstant(Span instant, @Nullable Position after, int limit) {
        Criteria due = referrals(instant);
        if (after != null && after.dueAt().equals(instant.from())) {
            Criteria id = where(MongoClockedReferrals.ID);
            due = new Criteria()
                    .andOperator(due, isBackwards ? id.lte(after.referralId()) : id.gte(after.referralId()));
        }
        return find(new Query(due)
                .with(Sort.by(isBackwards ? Sort.Direction.DESC : Sort.Direction.ASC, MongoClockedReferrals.ID))
                .limit(limit));
    }

    /** Names the conditions on a clock twice if an index can look them up: for the index, and together for one clock. */
    private Criteria referrals(Span due) {
        List<Criteria> all = new ArrayList<>();
        if (filter.text() != null) {
            all.addAll(ListConditions.text(filter.text()));
        } else {
            all.add(within(where(MongoPromiseRecords.DUE_AT), due));
        }
        if (filter.partnerId() != null) {
            all.add(where(MongoPromiseRecords.PARTNER_ID).is(filter.partnerId()));
        } else if (filter.text() == null) {
            all.add(where(MongoSlaBoard.STATE).is(filter.state()));
        }
        if (filter.author() != null) {
            all.add(ListConditions.filter(ListedReferral.ofAuthor(filter.author())));
        }
        all.add(where(CLOCKS).elemMatch(within(where("state").is(filter.state()).and("dueAt"), due)));
        return new Criteria().andOperator(all);
    }

    private static Criteria within(Criteria dueAt, Span span) {
        return span.isShortest()
                ? dueAt.is(span.from())
                : dueAt.gte(span.from()).lt(span.to());
    }

    private List<ClockRow.All> find(Query query) {
        query.fields().include("partnerId", "client.organisation", "service", CLOCKS);
        return mongo.find(query, ClockRow.All.class, MongoClockedReferrals.REFERRALS);
    }
}
