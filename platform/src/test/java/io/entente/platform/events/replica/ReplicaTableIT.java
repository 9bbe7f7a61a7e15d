package io.entente.platform.events.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.MutableClock;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.events.consume.Handled;
import io.entente.servers.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Two instances of a service that keep a copy of the same compacted topic. */
class ReplicaTableIT {

    private static final Duration FRESH_FOR = Duration.ofSeconds(2);

    private final MutableClock clock = new MutableClock();
    private final String database = IdGenerator.ulids().next("replica");
    private final MongoClient client = MongoClients.create(TestServers.mongoUri(database));
    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final ReplicaTable<Stored, Item> instance = table(FRESH_FOR, List.of());
    private final ReplicaTable<Stored, Item> other = table(FRESH_FOR, List.of());

    record Item(String key, @Nullable String name, long version) {}

    record Stored(@Id String id, @Nullable String name, long version) {}

    private ReplicaTable<Stored, Item> table(Duration freshFor, List<String> erasedFields) {
        return new ReplicaTable<>(
                mongo,
                new ReplicaTable.Form<>(
                        "items",
                        Stored.class,
                        stored -> new Item(stored.id(), stored.name(), stored.version()),
                        item -> new Stored(item.key(), item.name(), item.version()),
                        Item::key,
                        Item::version,
                        erasedFields),
                freshFor,
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_highest_version_is_kept_in_whatever_order_and_however_often_records_come() {
        assertThat(instance.apply(item("second", 2))).isEqualTo(Handled.APPLIED);
        assertThat(instance.apply(item("first", 1))).isEqualTo(Handled.DUPLICATE);
        assertThat(instance.apply(item("second again", 2))).isEqualTo(Handled.DUPLICATE);
        assertThat(instance.find("a")).map(Item::name).hasValue("second");

        assertThat(instance.apply(item("third", 3))).isEqualTo(Handled.APPLIED);
        assertThat(instance.find("a")).map(Item::name).hasValue("third");
    }

    @Test
    void when_many_threads_apply_versions_of_one_key_the_highest_one_stays() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Handled>> records = new ArrayList<>();
            for (int version = 1; version <= 40; version++) {
                Item item = item("v" + version, version);
                records.add(version % 2 == 0 ? () -> instance.apply(item) : () -> other.apply(item));
            }
            for (Future<Handled> record : threads.invokeAll(records)) {
                record.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(instance.find("a")).hasValue(item("v40", 40));
        assertThat(other.find("a")).hasValue(item("v40", 40));
    }

    @Test
    void a_value_that_was_absent_is_found_as_soon_as_any_instance_has_it() {
        assertThat(instance.find("a")).isEmpty();
        other.apply(item("new", 1));
        assertThat(instance.find("a")).map(Item::name).hasValue("new");
    }

    @Test
    void a_change_by_another_instance_is_seen_when_the_value_in_memory_is_stale() {
        instance.apply(item("old", 1));
        assertThat(instance.find("a")).map(Item::name).hasValue("old");
        other.apply(item("new", 2));

        clock.advance(FRESH_FOR.minusMillis(1));
        assertThat(instance.find("a")).map(Item::name).hasValue("old");
        clock.advance(Duration.ofMillis(1));
        assertThat(instance.find("a")).map(Item::name).hasValue("new");
    }

    @Test
    void a_table_that_keeps_nothing_in_memory_sees_every_change_at_once() {
        ReplicaTable<Stored, Item> uncached = table(Duration.ZERO, List.of());
        instance.apply(item("old", 1));
        assertThat(uncached.find("a")).map(Item::name).hasValue("old");
        uncached.prefetch(List.of("a"));
        other.apply(item("new", 2));
        assertThat(uncached.find("a")).map(Item::name).hasValue("new");
    }

    @Test
    void prefetched_values_are_served_without_the_store() {
        instance.apply(item("kept", 1));
        instance.prefetch(List.of("a", "absent"));
        mongo.dropCollection("items");
        assertThat(instance.find("a")).map(Item::name).hasValue("kept");
        assertThat(instance.find("absent")).isEmpty();
    }

    @Test
    void a_tombstone_removes_the_document() {
        instance.apply(item("gone", 1));
        assertThat(instance.find("a")).isPresent();

        assertThat(instance.erase("a")).isEqualTo(Handled.APPLIED);
        assertThat(instance.erase("a")).isEqualTo(Handled.DUPLICATE);
        assertThat(instance.find("a")).isEmpty();
    }

    @Test
    void a_tombstone_removes_only_the_erased_fields_if_the_rest_is_still_needed() {
        ReplicaTable<Stored, Item> table = table(FRESH_FOR, List.of("name"));
        table.apply(item("a person", 1));
        assertThat(table.find("a")).isPresent();

        assertThat(table.erase("a")).isEqualTo(Handled.APPLIED);
        assertThat(table.erase("a")).isEqualTo(Handled.DUPLICATE);
        assertThat(table.apply(item("a person", 1))).isEqualTo(Handled.DUPLICATE);
        assertThat(table.find("a")).isEqualTo(Optional.of(item(null, 1)));
    }

    private static Item item(@Nullable String name, long version) {
        return new Item("a", name, version);
    }
}
