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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
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
 */
public final class IndexedList {

    /** The field of the documents. */
    public static final String FIELD = "list";

    static final int MAX_SORTED_IN_MEMORY = 1_000;

    private static final String BY = "by";

    private final MongoOperations mongo;
    private final String collection;
    private final List<String> orders;
    private final int maxSortedInMemory;

    /** @param orders the names of the orders; the keys of the first one must not change */
    public IndexedList(MongoOperations mongo, String collection, List<String> orders) {
        this(mongo, collection, orders, MAX_SORTED_IN_MEMORY);
    }

    IndexedList(MongoOperations mongo, String collection, List<String> orders, int maxSortedInMemory) {
        this.mongo = mongo;
        this.collection = collection;
        this.orders = List.copyOf(orders);
        this.maxSortedInMemory = maxSortedInMemory;
    }

    public void createIndexes() {
        IndexOperations indexes = mongo.indexOps(collection);
        for (String terms : List.of(FILTERS, STARTS)) {
            indexes.createIndex(new Index(terms, Sort.Direction.ASC).on(field(first()), Sort.Direction.ASC));
        }
        for (String order : orders) {
            indexes.createIndex(new Index(field(order), Sort.Direction.ASC));
        }
    }

    /**
     * The ids of the items on a page, in the order of the query.
     *
     * @param page a page of a list in the same order
     */
    public Page<String> page(ListQuery query, PageRequest page) {
        SortOrder sort = query.sort();
        String after = page.after() == null
                ? null
                : ListCursor.read(sort, page.after()).key();
        List<Item> items = new ArrayList<>();
        if (sort.by().equals(first())) {
            leading(query).forEach(lead -> items.addAll(read(query, lead, sort, after, page.fetch())));
        } else if (query.isForAll() || !addFew(query, items)) {
            items.addAll(read(query, List.of(), sort, after, page.fetch()));
        }
        List<Item> found = items.stream()
                .filter(item -> after == null || item.isAfter(after, sort))
                .sorted(Item.in(sort))
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, item -> new ListCursor(sort, item.key()).text())
                .map(Item::id);
    }

    /** Adds all items that match and returns true, or adds none and returns false if there are too many. */
    private boolean addFew(ListQuery query, List<Item> items) {
        SortOrder in = new SortOrder(first(), false);
        List<Item> few = new ArrayList<>();
        for (List<Criteria> lead : leading(query)) {
            few.addAll(read(query, lead, in, null, maxSortedInMemory + 1 - few.size()));
            if (few.size() > maxSortedInMemory) {
                return false;
            }
        }
        items.addAll(few);
        return true;
    }

    /** What is looked up in an index. Several filters exclude each other, so no item comes twice. */
    private static List<List<Criteria>> leading(ListQuery query) {
        if (query.text() != null) {
            return List.of(List.of(where(STARTS).is(query.text().start())));
        }
        return query.filters().isEmpty()
                ? List.of(List.of())
                : query.filters().get(0).stream()
                        .map(filter -> List.of(where(FILTERS).is(filter)))
                        .toList();
    }

    /** Reads along one order the keys of the query's order. */
    private List<Item> read(ListQuery query, List<Criteria> lead, SortOrder in, @Nullable String after, int limit) {
        List<Criteria> all = new ArrayList<>(lead);
        if (after != null) {
            all.add(
                    in.isDescending()
                            ? where(field(in.by())).lt(after)
                            : where(field(in.by())).gt(after));
        }
        query.filters().forEach(filters -> all.add(where(FILTERS).in(filters)));
        addBounds(query, all);
        if (query.text() != null) {
            all.addAll(ListConditions.words(query.text()));
        }
        // All keys are greater, so this selects every item that has an entry, and the index of the order is read.
        all.add(where(field(in.by())).gt(""));
        Query keys = new Query(new Criteria().andOperator(all))
                .with(Sort.by(in.isDescending() ? Sort.Direction.DESC : Sort.Direction.ASC, field(in.by())))
                .limit(limit);
        String wanted = query.sort().by();
        keys.fields().include(field(wanted));
        return mongo.find(keys, Document.class, collection).stream()
                .map(found -> Item.of(found, wanted))
                .toList();
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

    private record Item(String id, String key) {

        static Item of(Document found, String order) {
            Document keys = found.get(FIELD, Document.class).get(BY, Document.class);
            return new Item(found.getString("_id"), keys.getString(order));
        }

        boolean isAfter(String position, SortOrder sort) {
            int order = key.compareTo(position);
            return sort.isDescending() ? order < 0 : order > 0;
        }

        static Comparator<Item> in(SortOrder sort) {
            Comparator<Item> ascending = Comparator.comparing(Item::key);
            return sort.isDescending() ? ascending.reversed() : ascending;
        }
    }
}
