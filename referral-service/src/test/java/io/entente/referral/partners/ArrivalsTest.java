package io.entente.referral.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final KnownPartner ACTIVE = partner("ACTIVE");

    private final Map<String, KnownPartner> stored = new HashMap<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Duration waited = Duration.ZERO;
    private final Arrivals arrivals = new Arrivals(
            new Stored(),
            PATIENCE,
            (after, task) -> {
                waited = waited.plus(after);
                tasks.add(task);
            },
            Runnable::run);

    @Test
    void an_active_partner_is_known_at_once() {
        stored.put("p", ACTIVE);

        assertThat(arrivals.active("p")).isCompletedWithValue(Optional.of(ACTIVE));
        assertThat(tasks).isEmpty();
    }

    @Test
    void a_partner_whose_profile_arrives_ends_the_wait_of_all_callers() {
        CompletableFuture<Optional<KnownPartner>> first = arrivals.active("p");
        CompletableFuture<Optional<KnownPartner>> second = arrivals.active("p");
        CompletableFuture<Optional<KnownPartner>> other = arrivals.active("q");

        arrivals.arrived(ACTIVE);

        assertThat(first).isCompletedWithValue(Optional.of(ACTIVE));
        assertThat(second).isCompletedWithValue(Optional.of(ACTIVE));
        assertThat(other).isNotDone();
    }

    @Test
    void a_profile_that_another_instance_has_stored_is_found() {
        CompletableFuture<Optional<KnownPartner>> caller = arrivals.active("p");
        stored.put("p", ACTIVE);

        tasks.remove().run();

        assertThat(caller).isCompletedWithValue(Optional.of(ACTIVE));
        assertThat(tasks).isEmpty();
    }

    @Test
    void a_partner_that_does_not_arrive_is_unknown_when_the_patience_is_over() {
        CompletableFuture<Optional<KnownPartner>> caller = arrivals.active("p");

        while (!tasks.isEmpty()) {
            assertThat(caller).isNotDone();
            tasks.remove().run();
        }

        assertThat(caller).isCompletedWithValue(Optional.empty());
        assertThat(waited).isEqualTo(PATIENCE);
    }

    @Test
    void a_partner_that_stays_paused_is_returned_as_it_is() {
        stored.put("p", partner("PAUSED"));
        CompletableFuture<Optional<KnownPartner>> caller = arrivals.active("p");
        arrivals.arrived(partner("PAUSED"));

        assertThat(caller).isNotDone();
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }

        assertThat(caller).isCompletedWithValue(Optional.of(partner("PAUSED")));
    }

    @Test
    void at_most_two_hundred_callers_wait() {
        List<CompletableFuture<Optional<KnownPartner>>> callers = IntStream.rangeClosed(0, Arrivals.MAX_WAITING)
                .mapToObj(number -> arrivals.active("p" + number))
                .toList();

        assertThat(callers.subList(0, Arrivals.MAX_WAITING)).noneMatch(CompletableFuture::isDone);
        assertThat(callers.get(Arrivals.MAX_WAITING)).isCompletedWithValue(Optional.empty());
    }

    private static KnownPartner partner(String status) {
        return new KnownPartner("p", "Partner", status, Tier.ACTIVE, "REFERRAL", "MY", 1);
    }

    private final class Stored implements KnownPartners {

        @Override
        public Optional<KnownPartner> find(String id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public List<KnownPartner> named(String name) {
            return List.of();
        }

        @Override
        public boolean keep(KnownPartner partner) {
            return stored.put(partner.id(), partner) == null;
        }

        @Override
        public boolean erase(String id) {
            return stored.remove(id) != null;
        }
    }
}
