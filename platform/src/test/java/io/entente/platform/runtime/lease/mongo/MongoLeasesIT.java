package io.entente.platform.runtime.lease.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.entente.platform.MutableClock;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.runtime.lease.Lease;
import io.entente.platform.runtime.lease.LeaseLostException;
import io.entente.platform.runtime.lease.Leased;
import io.entente.servers.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Two instances of a service that compete for the same jobs. */
class MongoLeasesIT {

    private static final String COLLECTION = "jobs";
    private static final Duration TERM = Duration.ofSeconds(20);

    private final MutableClock clock = new MutableClock();
    private final String database = IdGenerator.ulids().next("leases");
    private final MongoClient client = MongoClients.create(TestServers.mongoUri(database));
    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final MongoLeases<Job, String> instance = leases();
    private final MongoLeases<Job, String> other = leases();

    record Job(@Id String id, String name, int progress, @Nullable StoredLease lease) {}

    private MongoLeases<Job, String> leases() {
        return new MongoLeases<>(
                mongo,
                new MongoLeases.Form<>(COLLECTION, Job.class, Job::id, Job::name),
                TERM,
                clock,
                IdGenerator.ulids());
    }

    @BeforeEach
    void createIndex() {
        mongo.indexOps(COLLECTION).createIndex(MongoLeases.index());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void of_many_threads_in_two_instances_one_acquires_an_item() throws Exception {
        add("one");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Leased<String>>>> attempts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                attempts.add(i % 2 == 0 ? instance::acquireNext : other::acquireNext);
            }
            Set<Leased<String>> acquired = new HashSet<>();
            for (Future<Optional<Leased<String>>> attempt : threads.invokeAll(attempts)) {
                attempt.get().ifPresent(acquired::add);
            }
            assertThat(acquired).extracting(Leased::item).containsExactly("one");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_item_that_has_been_free_the_longest_comes_first() {
        add("first");
        clock.advance(Duration.ofSeconds(1));
        add("second");

        assertThat(instance.acquireNext()).map(Leased::item).hasValue("first");
        assertThat(other.acquireNext()).map(Leased::item).hasValue("second");
        assertThat(instance.acquireNext()).isEmpty();
    }

    @Test
    void when_a_lease_expires_another_instance_acquires_the_item_and_the_first_holder_can_change_nothing() {
        add("one");
        Lease lost = instance.acquire("one").orElseThrow().lease();
        clock.advance(TERM.minusMillis(1));
        assertThat(other.acquire("one")).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(lost.hasExpired(clock.instant())).isTrue();

        Lease current = other.acquireNext().orElseThrow().lease();

        assertThatThrownBy(() -> instance.update(lost, new Update().set("progress", 7)))
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("one");
        assertThatThrownBy(() -> instance.renew(lost)).isInstanceOf(LeaseLostException.class);
        instance.release(lost, clock.instant());
        instance.complete(lost);
        other.update(current, new Update().set("progress", 1));
        assertThat(stored("one").progress()).isOne();
        assertThat(instance.acquireNext()).isEmpty();
    }

    @Test
    void a_renewed_lease_lasts_another_term() {
        add("one");
        Lease lease = instance.acquireNext().orElseThrow().lease();
        clock.advance(TERM.minusSeconds(1));

        Lease renewed = instance.renew(lease);

        assertThat(renewed.until()).isEqualTo(clock.instant().plus(TERM));
        clock.advance(TERM.minusSeconds(1));
        assertThat(other.acquireNext()).isEmpty();
        instance.update(renewed, instance.withRenewal(new Update().set("progress", 2)));
        clock.advance(TERM.minusSeconds(1));
        assertThat(other.acquireNext()).isEmpty();
    }

    @Test
    void an_expired_lease_that_nobody_else_has_acquired_can_be_renewed() {
        add("one");
        Lease lease = instance.acquireNext().orElseThrow().lease();
        clock.advance(TERM.multipliedBy(2));

        instance.renew(lease);

        assertThat(other.acquireNext()).isEmpty();
    }

    @Test
    void a_released_item_is_free_from_the_time_that_its_holder_names() {
        add("one");
        Lease lease = instance.acquireNext().orElseThrow().lease();
        instance.release(lease, clock.instant().plus(Duration.ofHours(1)));

        clock.advance(Duration.ofMinutes(59));
        assertThat(other.acquireNext()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(other.acquireNext()).map(Leased::item).hasValue("one");
        assertThatThrownBy(() -> instance.renew(lease)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void an_item_whose_work_has_ended_is_never_acquired_again() {
        add("completed");
        add("ended with its last change");
        instance.complete(instance.acquire("completed").orElseThrow().lease());
        Lease lease = instance.acquireNext().orElseThrow().lease();
        instance.update(lease, MongoLeases.withEnd(new Update().set("progress", 100)));

        clock.advance(Duration.ofDays(365));

        assertThat(other.acquireNext()).isEmpty();
        assertThat(stored("ended with its last change").progress()).isEqualTo(100);
        assertThat(stored("completed").lease()).isNull();
    }

    @Test
    void the_creator_of_an_item_can_insert_it_with_a_lease_of_its_own() {
        Lease lease = instance.forNew("mine");
        mongo.insert(new Job("mine", "mine", 0, StoredLease.of(lease)), COLLECTION);

        assertThat(other.acquireNext()).isEmpty();
        instance.renew(lease);
    }

    private void add(String name) {
        mongo.insert(new Job(name, name, 0, StoredLease.freeFrom(clock.instant())), COLLECTION);
    }

    private Job stored(String id) {
        return Objects.requireNonNull(mongo.findById(id, Job.class, COLLECTION));
    }
}
