package io.entente.platform.runtime.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.MutableClock;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.servers.TestServers;
import io.entente.servers.TestServers.Isolated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Compares pages of a list with the same items filtered and sorted in memory. */
class IndexedListIT {

    private static final String COLLECTION = "items";
    private static final List<String> NAMES = List.of("Søren Ørsted", "Straße Nord", "Łódź Sp", "Acme", "Orstom");

    record Item(@Id String id, long version, String name, String status, Instant at, @Nullable ListEntry list) {

        ListEntry entry() {
            return ListEntry.of(
                    List.of(ListEntry.filter("status", status)),
                    SearchTerms.of(10, name),
                    Map.of("added", SortKey.of(at, id), "name", SortKey.of(name, id), "updated", SortKey.of(at, id)));
        }

        Item listed() {
            return new Item(id, version, name, status, at, entry());
        }
    }

    private static final List<String> ORDERS = List.of("added", "name", "updated");

    private final MutableClock clock = new MutableClock();
    private final Random random = new Random(7);
    private final List<Item> items = new ArrayList<>();
    private MongoClient client;
    private MongoTemplate mongo;
    private IndexedList list;

    @BeforeEach
    void open() {
        Isolated servers = TestServers.isolated();
        client = MongoClients.create(servers.mongoUri());
        mongo = new MongoTemplate(client, servers.database());
        list = new IndexedList(mongo, COLLECTION, ORDERS, clock);
        IndexedList.createIndexes(mongo, COLLECTION, ORDERS);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void every_combination_of_filters_search_and_order_gives_what_a_scan_gives() {
        addItems(150, Item::listed);
        for (String q :
                new String[] {null, "or", "ors", "soren orst", "strasse", "lodz s", "lodz sp", "nord strasse", "none"
                }) {
            for (List<String> statuses : List.of(List.<String>of(), List.of("OPEN"), List.of("OPEN", "WON"))) {
                for (SortOrder sort : List.of(
                        new SortOrder("added", false), new SortOrder("added", true),
                        new SortOrder("name", false), new SortOrder("name", true))) {
                    assertThat(paged(query(q, statuses, sort), 17))
                            .as("%s %s %s", q, statuses, sort)
                            .isEqualTo(scanned(q, statuses, sort));
                }
            }
        }
    }

    @Test
    void items_with_a_filter_instead_of_the_words_are_found_too_and_each_once() {
        for (int most : new int[] {20, 1_000}) {
            list = new IndexedList(mongo, COLLECTION, ORDERS, clock, most);
            addItems(100, Item::listed);
            for (SortOrder sort : List.of(new SortOrder("added", false), new SortOrder("name", true))) {
                ListQuery query = new ListQuery(
                        List.of(),
                        SearchText.of("ors").orElseThrow(),
                        List.of(ListEntry.filter("status", "WON")),
                        null,
                        null,
                        sort);
                Set<String> wanted = new HashSet<>(scanned("ors", List.of(), sort));
                Set<String> won = new HashSet<>(scanned(null, List.of("WON"), sort));
                assertThat(won).isNotEmpty().isNotEqualTo(wanted);

                assertThat(paged(query, 7))
                        .isEqualTo(scanned(null, List.of(), sort).stream()
                                .filter(id -> wanted.contains(id) || won.contains(id))
                                .toList());
            }
        }
    }

    @Test
    void a_search_with_more_matches_than_are_sorted_in_memory_is_complete_too() {
        list = new IndexedList(mongo, COLLECTION, ORDERS, clock, 20);
        addItems(200, Item::listed);
        SortOrder sort = new SortOrder("name", true);

        assertThat(scanned("ors", List.of(), sort)).hasSizeGreaterThan(20);
        assertThat(paged(query("ors", List.of(), sort), 15)).isEqualTo(scanned("ors", List.of(), sort));
    }

    @Test
    void items_that_are_added_meanwhile_repeat_and_hide_nothing() {
        addItems(60, Item::listed);
        SortOrder sort = new SortOrder("name", false);
        List<String> before = scanned(null, List.of(), sort);
        Page<String> first = list.page(query(null, List.of(), sort), new PageRequest(20, null));
        addItems(60, Item::listed);

        List<String> read = new ArrayList<>(first.items());
        read.addAll(rest(query(null, List.of(), sort), first, 20));

        assertThat(read).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void a_range_bounds_every_order() {
        addItems(100, Item::listed);
        Instant from = Instant.ofEpochSecond(300);
        Instant to = Instant.ofEpochSecond(600);
        for (String order : List.of("added", "name")) {
            SortOrder sort = new SortOrder(order, false);
            ListQuery query = new ListQuery(List.of(), null, SortKey.start(from), SortKey.start(to), sort);
            assertThat(paged(query, 7))
                    .isEqualTo(items.stream()
                            .filter(item ->
                                    !item.at().isBefore(from) && item.at().isBefore(to))
                            .map(Item::entry)
                            .map(entry -> String.valueOf(entry.by().get(order)))
                            .sorted()
                            .map(key -> key.substring(key.lastIndexOf("i")))
                            .toList());
        }
    }

    @Test
    void earlier_documents_are_completed_once_and_an_interrupted_pass_is_continued() {
        addItems(1_200, item -> item);
        ListEntries<Item> entries = entries();

        assertThat(entries.complete(1)).isEqualTo(1_200);
        assertThat(entries.complete(1)).isZero();
        assertThat(paged(query("soren", List.of("WON"), new SortOrder("name", false)), 50))
                .isEqualTo(scanned("soren", List.of("WON"), new SortOrder("name", false)));

        mongo.updateFirst(new Query(), new Update().set("after", "i00999"), ListEntries.PROGRESS);
        assertThat(entries.complete(1)).isEqualTo(200);
        assertThat(entries.complete(2)).isEqualTo(1_200);
    }

    @Test
    void a_document_that_was_written_meanwhile_keeps_the_entry_of_that_write() {
        addItems(1, item -> item);
        ListEntries<Item> racing = new ListEntries<>(mongo, COLLECTION, Item.class, IndexedListIT::key, item -> {
            mongo.updateFirst(new Query(), new Update().inc("version", 1).set("name", "new"), COLLECTION);
            return item.entry();
        });

        racing.complete(1);

        assertThat(mongo.findAll(Document.class, COLLECTION).get(0)).doesNotContainKey("list");
    }

    private ListEntries<Item> entries() {
        return new ListEntries<>(mongo, COLLECTION, Item.class, IndexedListIT::key, Item::entry);
    }

    private static Document key(Item item) {
        return new Document("_id", item.id()).append("version", item.version());
    }

    private void addItems(int count, java.util.function.UnaryOperator<Item> form) {
        List<Item> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String status = List.of("OPEN", "WON", "LOST").get(random.nextInt(3));
            Instant at = Instant.ofEpochSecond(random.nextInt(1_000));
            added.add(new Item("i%05d".formatted(items.size() + i), 1, name, status, at, null));
        }
        mongo.insert(added.stream().map(form).toList(), COLLECTION);
        items.addAll(added);
    }

    private static ListQuery query(@Nullable String q, List<String> statuses, SortOrder sort) {
        List<String> filters = statuses.stream()
                .map(status -> ListEntry.filter("status", status))
                .toList();
        return new ListQuery(
                filters.isEmpty() ? List.of() : List.of(filters),
                SearchText.of(q).orElse(null),
                null,
                null,
                sort);
    }

    private List<String> paged(ListQuery query, int limit) {
        Page<String> first = list.page(query, new PageRequest(limit, null));
        List<String> read = new ArrayList<>(first.items());
        read.addAll(rest(query, first, limit));
        return read;
    }

    private List<String> rest(ListQuery query, Page<String> first, int limit) {
        List<String> read = new ArrayList<>();
        for (Page<String> page = first; page.next() != null; ) {
            page = list.page(
                    query,
                    new PageRequest(limit, new String(Base64.getUrlDecoder().decode(page.next()))));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
        }
        return read;
    }

    private List<String> scanned(@Nullable String q, List<String> statuses, SortOrder sort) {
        Comparator<Item> order =
                Comparator.comparing(item -> String.valueOf(item.entry().by().get(sort.by())));
        return items.stream()
                .filter(item -> statuses.isEmpty() || statuses.contains(item.status()))
                .filter(item -> SearchText.of(q)
                        .map(text -> isFound(item.entry().words(), text))
                        .orElse(true))
                .sorted(sort.isDescending() ? order.reversed() : order)
                .map(Item::id)
                .toList();
    }

    private static boolean isFound(List<String> words, SearchText text) {
        return words.containsAll(text.whole())
                && words.stream()
                        .anyMatch(word ->
                                text.isLastIncomplete() ? word.startsWith(text.last()) : word.equals(text.last()));
    }

    @Test
    void items_that_change_between_the_pages_are_neither_lost_nor_doubled() {
        for (boolean isDescending : List.of(false, true)) {
            for (String q : java.util.Arrays.asList(null, "ors")) {
                for (int inMemory : new int[] {5, 1_000}) {
                    assertThatEachItemComesOnce(q, new SortOrder("updated", isDescending), inMemory);
                    assertThatEachItemComesOnce(q, new SortOrder("name", isDescending), inMemory);
                }
            }
        }
    }

    /** After each page some items change, each up to three times, and some are added. */
    private void assertThatEachItemComesOnce(@Nullable String q, SortOrder sort, int inMemory) {
        mongo.remove(new Query(), COLLECTION);
        items.clear();
        addItems(90, this::stored);
        assertThatEachItemComesOnce(q, sort, new IndexedList(mongo, COLLECTION, ORDERS, clock, inMemory));
    }

    @Test
    void the_keys_of_the_first_order_may_change_too() {
        List<String> orders = List.of("name", "added", "updated");
        IndexedList.createIndexes(mongo, COLLECTION, orders);
        for (boolean isDescending : List.of(false, true)) {
            for (String q : java.util.Arrays.asList(null, "ors")) {
                mongo.remove(new Query(), COLLECTION);
                items.clear();
                addItems(90, this::stored);
                assertThatEachItemComesOnce(
                        q,
                        new SortOrder("name", isDescending),
                        new IndexedList(mongo, COLLECTION, orders, clock).withChangingKeys());
            }
        }
    }

    private void assertThatEachItemComesOnce(@Nullable String q, SortOrder sort, IndexedList pages) {
        list = pages;
        clock.advance(Duration.ofMinutes(1));
        List<String> expected = scannedBy(q, sort);
        ListQuery query = query(q, List.of(), sort);
        List<String> read = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<String> page = list.page(query, new PageRequest(7, after));
            read.addAll(page.items());
            after = page.next() == null
                    ? null
                    : new String(Base64.getUrlDecoder().decode(page.next()));
            clock.advance(Duration.ofSeconds(1));
            for (int i = 0; i < 12; i++) {
                change("i%05d".formatted(random.nextInt(90)));
            }
            addItems(3, this::stored);
        } while (after != null);

        assertThat(read).as("%s %s", q, sort).isEqualTo(expected);
    }

    private Item stored(Item item) {
        ListEntry entry = entryAt(item, clock.instant()).createdAt(clock.instant());
        return new Item(item.id(), 1, item.name(), item.status(), item.at(), entry);
    }

    private void change(String id) {
        Item before = Objects.requireNonNull(mongo.findById(id, Item.class, COLLECTION));
        clock.advance(Duration.ofMillis(5));
        Item renamed = new Item(
                id, before.version() + 1, before.name() + " " + random.nextInt(9), before.status(), before.at(), null);
        ListEntry entry = entryAt(renamed, clock.instant()).replacing(before.list(), clock.instant());
        mongo.save(new Item(id, renamed.version(), renamed.name(), renamed.status(), renamed.at(), entry), COLLECTION);
    }

    private static ListEntry entryAt(Item item, Instant now) {
        ListEntry entry = item.entry();
        Map<String, String> by = new HashMap<>(entry.by());
        by.put("updated", SortKey.of(now, item.id()));
        return new ListEntry(entry.filters(), entry.starts(), entry.words(), by, null, null);
    }

    private List<String> scannedBy(@Nullable String q, SortOrder sort) {
        Comparator<Item> order = Comparator.comparing(
                item -> String.valueOf(Objects.requireNonNull(item.list()).by().get(sort.by())));
        return mongo.findAll(Item.class, COLLECTION).stream()
                .filter(item -> SearchText.of(q)
                        .map(text -> isFound(item.entry().words(), text))
                        .orElse(true))
                .sorted(sort.isDescending() ? order.reversed() : order)
                .map(Item::id)
                .toList();
    }

    @Test
    void keys_before_the_changes_of_the_last_day_are_kept_and_at_most_fifty() {
        Instant now = clock.instant();
        ListEntry entry = ListEntry.of(List.of(), SearchTerms.of(1), Map.of("updated", "a"))
                .createdAt(now);
        ListEntry nextDay = ListEntry.of(List.of(), SearchTerms.of(1), Map.of("updated", "b"))
                .replacing(entry, now.plus(Duration.ofHours(25)));
        ListEntry dayAfter = ListEntry.of(List.of(), SearchTerms.of(1), Map.of("updated", "c"))
                .replacing(nextDay, now.plus(Duration.ofHours(50)));
        ListEntry busy = entry;
        for (int i = 0; i < 60; i++) {
            busy = ListEntry.of(List.of(), SearchTerms.of(1), Map.of("updated", "k" + i))
                    .replacing(busy, now.plusSeconds(1 + i));
        }

        assertThat(nextDay.keyAt("updated", SortKey.start(now.plusSeconds(1)), false))
                .isEqualTo("a");
        assertThat(nextDay.keyAt("updated", SortKey.start(now.minusSeconds(1)), false))
                .as("it wasn't stored yet")
                .isNull();
        assertThat(dayAfter.earlier()).hasSize(1);
        assertThat(dayAfter.keyAt("updated", SortKey.start(now.plus(Duration.ofHours(30))), false))
                .isEqualTo("b");
        assertThat(dayAfter.keyAt("updated", SortKey.start(now), true)).isEqualTo("b");
        assertThat(busy.earlier()).hasSize(50);
        assertThat(busy.keyAt("updated", SortKey.start(now.plusSeconds(30)), false))
                .isEqualTo("k29");
    }

    @Test
    void all_pages_are_read_one_after_the_other() {
        addItems(450, Item::listed);
        List<String> read = new ArrayList<>();

        AllPages.read(page -> list.page(query(null, List.of(), new SortOrder("added", true)), page), read::add);

        assertThat(read).isEqualTo(scanned(null, List.of(), new SortOrder("added", true)));
    }
}
