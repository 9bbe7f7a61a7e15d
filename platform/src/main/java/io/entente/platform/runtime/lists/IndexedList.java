package io.entente.platform.runtime.lists;

import static io.entente.platform.runtime.lists.ListConditions.FILTERS;
import static io.entente.platform.runtime.lists.ListConditions.STARTS;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListCursor;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Finds the ids of a page of a collection whose documents have a {@link ListEntry} in the field {@value #FIELD}. There is one
 * index of the filters and one of the starts of words, both in the first order, whose keys never change, and one index for each
 * order. The combination of filters doesn't matter for the number of indexes (ADR 30).
 *
 * <p>A query in another order than the first reads the matching keys by the filters or the words. If there are at most {@value
 * #MAX_SORTED_IN_MEMORY}, they are sorted here. If there are more, the list is read in the order that was asked for, and a page
 * is full soon, because matches are frequent.
 *
 * <p>The keys of the first order may change too if the list is made {@link #withChangingKeys}.
 *
 * <p>The keys of the other orders change. All pages of a list are therefore sorted as at the instant of its first page, which the
 * cursor carries: an item that has changed since keeps the place that it had then, so it is neither lost nor doubled. An item that
 * was stored later isn't in the list. Items that have changed since then are found by the order {@value #UPDATED}.
 */
public final class IndexedList {

    /** The field of the documents. */
    public static final String FIELD = "list";

    static final int MAX_SORTED_IN_MEMORY = 1_000;

    /** The order by the time of the last write. A list without it has orders whose keys never change. */
    public static final String UPDATED = "updated";

    private static final String BY = "by";
    private static final String SINCE = FIELD + ".since";
    private static final String EARLIER = FIELD + ".earlier";

    private final MongoOperations mongo;
    private final String collection;
    private final List<String> orders;
    private final Clock clock;
    private final int maxSortedInMemory;
    private final boolean isFirstFixed;

    /**
     * @param orders the names of the orders; the keys of the first one must not change. If others do, {@value #UPDATED} is among
     *     them
     */
    public IndexedList(MongoOperations mongo, String collection, List<String> orders, Clock clock) {
        this(mongo, collection, orders, clock, MAX_SORTED_IN_MEMORY);
    }

    IndexedList(MongoOperations mongo, String collection, List<String> orders, Clock clock, int maxSortedInMemory) {
        this(mongo, collection, orders, clock, maxSortedInMemory, true);
    }

    private IndexedList(
            MongoOperations mongo,
            String collection,
            List<String> orders,
            Clock clock,
            int maxSortedInMemory,
            boolean isFirstFixed) {
        this.mongo = mongo;
        this.collection = collection;
        this.orders = List.copyOf(orders);
        this.clock = clock;
        this.maxSortedInMemory = maxSortedInMemory;
        this.isFirstFixed = isFirstFixed;
    }

    /** The same list, if the keys of the first order change as well. Its pages are then sorted as the first one, too. */
    public IndexedList withChangingKeys() {
        return new IndexedList(mongo, collection, orders, clock, maxSortedInMemory, false);
    }

    /** Creates the indexes of a list. */
    public static void createIndexes(MongoOperations mongo, String collection, List<String> orders) {
        indexes(orders).forEach(mongo.indexOps(collection)::createIndex);
    }

    /** Creates the indexes of a list in which only a few documents of the collection are. The others cost nothing. */
    public static void createSparseIndexes(MongoOperations mongo, String collection, List<String> orders) {
        indexes(orders).map(Index::sparse).forEach(mongo.indexOps(collection)::createIndex);
    }

    private static Stream<Index> indexes(List<String> orders) {
        Stream<Index> terms = Stream.of(FILTERS, STARTS)
                .map(term -> new Index(term, Sort.Direction.ASC).on(field(orders.get(0)), Sort.Direction.ASC));
        return Stream.concat(terms, orders.stream().map(order -> new Index(field(order), Sort.Direction.ASC)));
    }

    /**
     * The items on a page, in the order of the query. An item that was removed meanwhile is left out.
     *
     * @param read reads the items that a query by their ids finds, in any order
     */
    public <T> Page<T> page(ListQuery query, PageRequest page, Function<Query, List<T>> read, Function<T, String> id) {
        Page<String> ids = page(query, page);
        Map<String, T> found = read.apply(new Query(where("_id").in(ids.items()))).stream()
                .collect(Collectors.toMap(id, Function.identity()));
        return new Page<>(
                ids.items().stream()
                        .flatMap(one -> Stream.ofNullable(found.get(one)))
                        .toList(),
                ids.next());
    }

    /**
     * The ids of the items on a page, in the order of the query.
     *
     * @param page a page of a list in the same order
     */
    public Page<String> page(ListQuery query, PageRequest page) {
        SortOrder sort = query.sort();
        ListCursor after = page.after() == null ? null : ListCursor.read(sort, page.after());
        AsOf asOf = asOf(sort, after);
        List<Item> items = new ArrayList<>();
        if (sort.by().equals(first())) {
            leading(query).forEach(lead -> {
                List<Criteria> still = new ArrayList<>(lead);
                still.addAll(unchanged(asOf));
                items.addAll(read(query, still, sort, key(after), asOf, page.fetch()));
            });
            addChanged(query, after, asOf, page, items);
        } else if (query.isForAll() || !addFew(query, asOf, items)) {
            items.addAll(read(query, unchanged(asOf), sort, key(after), asOf, page.fetch()));
            addChanged(query, after, asOf, page, items);
        }
        List<Item> found = items.stream()
                .filter(item -> after == null || item.isAfter(after.key(), sort))
                .distinct()
                .sorted(Item.in(sort))
                .limit(page.fetch())
                .toList();
        Instant at = asOf == null ? null : asOf.instant();
        return Page.of(found, page, item -> new ListCursor(sort, at, item.key()).text())
                .map(Item::id);
    }

    /** The instant as at which the list is sorted; null if the keys of the order never change. */
    private @Nullable AsOf asOf(SortOrder sort, @Nullable ListCursor after) {
        if ((isFirstFixed && sort.by().equals(first())) || !orders.contains(UPDATED)) {
            return null;
        }
        Instant now = clock.instant();
        Instant at = after == null ? now : after.asOf();
        // A cursor of an earlier version has no instant.
        return at == null ? null : new AsOf(at, at.isBefore(now.minus(ListEntry.KEPT)));
    }

    private static @Nullable String key(@Nullable ListCursor cursor) {
        return cursor == null ? null : cursor.key();
    }

    private static List<Criteria> unchanged(@Nullable AsOf asOf) {
        return asOf == null ? List.of() : List.of(where(field(UPDATED)).lt(asOf.next()));
    }

    private void addChanged(
            ListQuery query, @Nullable ListCursor after, @Nullable AsOf asOf, PageRequest page, List<Item> items) {
        if (after != null && asOf != null) {
            items.addAll(changed(query, after, asOf, page.fetch()));
        }
    }

    /** The first items after the position among those that have changed since the first page. */
    private List<Item> changed(ListQuery query, ListCursor after, AsOf asOf, int limit) {
        List<Criteria> all = new ArrayList<>(List.of(where(field(UPDATED)).gte(asOf.next())));
        addConditions(query, all);
        Query changed = new Query(new Criteria().andOperator(all)).with(Sort.by(field(UPDATED)));
        includeKeys(changed);
        TreeSet<Item> best = new TreeSet<>(Item.in(query.sort()));
        try (Stream<Document> found = mongo.stream(changed, Document.class, collection)) {
            found.forEach(document -> Item.of(document, query.sort().by(), asOf)
                    .filter(item -> item.isAfter(after.key(), query.sort()))
                    .ifPresent(item -> {
                        best.add(item);
                        if (best.size() > limit) {
                            best.pollLast();
                        }
                    }));
        }
        return List.copyOf(best);
    }

    /** Adds all items that match and returns true, or adds none and returns false if there are too many. */
    private boolean addFew(ListQuery query, @Nullable AsOf asOf, List<Item> items) {
        SortOrder in = new SortOrder(first(), false);
        List<Item> few = new ArrayList<>();
        int read = 0;
        for (List<Criteria> lead : leading(query)) {
            List<Document> found = documents(query, lead, in, null, maxSortedInMemory + 1 - read);
            read += found.size();
            if (read > maxSortedInMemory) {
                return false;
            }
            found.forEach(document -> Item.of(document, query.sort().by(), asOf).ifPresent(few::add));
        }
        items.addAll(few);
        return true;
    }

    /** What is looked up in an index. An item may come twice, by its words and by a filter instead. */
    private static List<List<Criteria>> leading(ListQuery query) {
        if (query.text() != null) {
            return Stream.concat(
                            Stream.of(where(STARTS).is(query.text().start())),
                            query.instead().stream()
                                    .map(filter -> where(FILTERS).is(filter)))
                    .map(List::of)
                    .toList();
        }
        return query.filters().isEmpty()
                ? List.of(List.of())
                : query.filters().get(0).stream()
                        .map(filter -> List.of(where(FILTERS).is(filter)))
                        .toList();
    }

    private List<Item> read(
            ListQuery query,
            List<Criteria> lead,
            SortOrder in,
            @Nullable String after,
            @Nullable AsOf asOf,
            int limit) {
        return documents(query, lead, in, after, limit).stream()
                .flatMap(found -> Item.of(found, query.sort().by(), asOf).stream())
                .toList();
    }

    /** Reads the keys of items along one order. */
    private List<Document> documents(
            ListQuery query, List<Criteria> lead, SortOrder in, @Nullable String after, int limit) {
        List<Criteria> all = new ArrayList<>(lead);
        if (after != null) {
            all.add(
                    in.isDescending()
                            ? where(field(in.by())).lt(after)
                            : where(field(in.by())).gt(after));
        }
        addConditions(query, all);
        // All keys are greater, so this selects every item that has an entry, and the index of the order is read.
        all.add(where(field(in.by())).gt(""));
        Query keys = new Query(new Criteria().andOperator(all))
                .with(Sort.by(in.isDescending() ? Sort.Direction.DESC : Sort.Direction.ASC, field(in.by())))
                .limit(limit);
        includeKeys(keys);
        return mongo.find(keys, Document.class, collection);
    }

    private static void includeKeys(Query query) {
        query.fields().include(FIELD + "." + BY, SINCE, EARLIER);
    }

    private void addConditions(ListQuery query, List<Criteria> all) {
        query.filters().forEach(filters -> all.add(where(FILTERS).in(filters)));
        addBounds(query, all);
        if (query.text() != null) {
            List<Criteria> words = ListConditions.words(query.text());
            if (query.instead().isEmpty()) {
                all.addAll(words);
            } else {
                all.add(new Criteria()
                        .orOperator(
                                new Criteria().andOperator(words),
                                where(FILTERS).in(query.instead())));
            }
        }
    }

    private void addBounds(ListQuery query, List<Criteria> all) {
        if (query.from() != null) {
            all.add(where(field(first())).gte(query.from()));
        }
        if (query.to() != null) {
            all.add(where(field(first())).lt(query.to()));
        }
    }

    private String first() {
        return orders.get(0);
    }

    private static String field(String order) {
        return FIELD + "." + BY + "." + order;
    }
}
