package io.entente.referral.sla.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.referral.sla.ClockedReferrals;
import io.entente.referral.sla.SlaEvent;
import io.entente.referral.sla.SlaMother;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicyBook;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.testkit.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowCalendarsTest {

    private static final Instant CHANGED = Instant.parse("2026-03-02T09:00:00Z");
    private static final int RUNNING = 450;
    private static final int BREACHED = 30;

    private final MovableClock clock = new MovableClock(CHANGED);
    private final Map<String, Following> stored = new HashMap<>();
    private final Referrals referrals = new Referrals();
    private final FollowCalendars follow = instance();

    @Test
    void every_open_clock_is_examined_once_after_all_instances_know_the_version() {
        follow.run(10_000);
        assertThat(referrals.advanced).isEmpty();
        clock.move(FollowCalendars.SETTLED);

        follow.run(10_000);
        follow.run(10_000);
        instance().run(10_000);

        assertThat(referrals.advanced).hasSize(RUNNING + BREACHED).doesNotHaveDuplicates();
        Following following = stored.get("office");
        assertThat(following.hasEnded()).isTrue();
        assertThat(following.version()).isEqualTo(2);
        assertThat(following.examined()).isEqualTo(RUNNING + BREACHED);
    }

    @Test
    void one_run_examines_no_more_than_its_limit_and_the_next_goes_on() {
        clock.move(FollowCalendars.SETTLED);

        follow.run(FollowCalendars.ROUND);

        assertThat(referrals.advanced).hasSize(FollowCalendars.ROUND);
        assertThat(stored.get("office").hasEnded()).isFalse();
        follow.run(10_000);
        assertThat(referrals.advanced).hasSize(RUNNING + BREACHED).doesNotHaveDuplicates();
    }

    @Test
    void another_instance_goes_on_where_one_was_killed() {
        clock.move(FollowCalendars.SETTLED);
        referrals.killAt = 300;
        assertThatThrownBy(() -> follow.run(10_000)).isInstanceOf(Killed.class);
        referrals.killAt = Integer.MAX_VALUE;

        instance().run(10_000);

        assertThat(new HashSet<>(referrals.advanced)).hasSize(RUNNING + BREACHED);
        assertThat(referrals.advanced)
                .as("one round is repeated")
                .hasSizeLessThan(RUNNING + BREACHED + FollowCalendars.ROUND);
    }

    @Test
    void a_referral_that_can_not_be_changed_delays_no_other_and_is_tried_again_later() {
        clock.move(FollowCalendars.SETTLED);
        referrals.bad = Set.of("ref_0007");
        follow.run(10_000);
        assertThat(referrals.advanced).hasSize(RUNNING + BREACHED - 1);
        assertThat(stored.get("office").hasEnded()).isFalse();
        referrals.bad = Set.of();
        referrals.advanced.clear();
        follow.run(10_000);
        assertThat(referrals.advanced).as("not at once").isEmpty();
        clock.move(FollowCalendars.PAUSE);

        follow.run(10_000);

        assertThat(referrals.advanced).contains("ref_0007");
        assertThat(stored.get("office").hasEnded()).isTrue();
    }

    private FollowCalendars instance() {
        BusinessCalendar first = SlaMother.officeHours("Europe/Berlin", null, null);
        BusinessCalendar second = new BusinessCalendar(
                "office",
                2,
                first.zone(),
                first.hours(),
                null,
                null,
                first.closedOn(),
                first.entered(),
                RunningClocks.MOVE,
                CHANGED);
        BusinessCalendar kept =
                new BusinessCalendar("kept", 1, first.zone(), first.hours(), null, null, first.closedOn());
        SlaPolicyBook book = new SlaPolicyBook(1, List.of(), List.of(first, second, kept));
        return new FollowCalendars(new Book(book), referrals, new InMemoryFollowings(), clock);
    }

    private record Book(SlaPolicyBook inForce) implements SlaPolicies {

        @Override
        public SlaPolicyBook latest() {
            return inForce;
        }

        @Override
        public void replace(SlaPolicyBook book) {
            throw new UnsupportedOperationException();
        }
    }

    private final class InMemoryFollowings implements Followings {

        @Override
        public Optional<Following> find(String code) {
            return Optional.ofNullable(stored.get(code));
        }

        @Override
        public void keep(Following following) {
            stored.put(following.code(), following);
        }
    }

    /** Ends a run as a killed process does. */
    private static final class Killed extends Error {}

    private static final class Referrals implements ClockedReferrals {

        private final List<String> advanced = new ArrayList<>();
        private final Map<String, TreeSet<String>> open =
                Map.of("RESPONSE:RUNNING", ids(0, RUNNING), "NEXT_UPDATE:BREACHED", ids(RUNNING, RUNNING + BREACHED));
        private int killAt = Integer.MAX_VALUE;
        private Set<String> bad = Set.of();

        private static TreeSet<String> ids(int from, int to) {
            TreeSet<String> ids = new TreeSet<>();
            IntStream.range(from, to).forEach(i -> ids.add("ref_%04d".formatted(i)));
            return ids;
        }

        @Override
        public List<String> due(Instant now, int skip, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> withOpenClock(String openKey, @Nullable String after, int limit) {
            TreeSet<String> all = open.getOrDefault(openKey, new TreeSet<>());
            return (after == null ? all : all.tailSet(after, false))
                    .stream().limit(limit).toList();
        }

        @Override
        public List<SlaEvent> advance(String referralId, Instant now) {
            if (advanced.size() >= killAt) {
                throw new Killed();
            }
            if (bad.contains(referralId)) {
                throw new IllegalStateException("can't be changed");
            }
            advanced.add(referralId);
            return List.of();
        }
    }
}
