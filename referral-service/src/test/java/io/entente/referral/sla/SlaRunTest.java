package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlaRunTest {

    private static final Instant START = Instant.parse("2026-03-26T10:00:00Z");
    private final Promises promises =
            SlaMother.promises(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(20), null));
    private final SlaClocks started = start(promises, START);

    @Test
    void a_clock_that_nobody_stops_sends_two_reminders_is_breached_and_escalates_in_order() {
        SlaRun run = SlaRun.until(started, hours(100));

        assertThat(run.events())
                .extracting(event -> Duration.between(START, event.at()).toHours())
                .containsExactly(10L, 16L, 20L, 24L, 44L);
        assertThat(run.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ReminderDue", "ReminderDue", "Breached", "Escalated", "Escalated");
        assertThat(run.events())
                .extracting(event -> event.clock().owner())
                .containsExactly(
                        "role:account-manager",
                        "role:account-manager",
                        "role:account-manager",
                        "role:partner-manager",
                        "role:ops");
        assertThat(only(run).state()).isEqualTo(SlaState.BREACHED);
        assertThat(run.clocks().nextAt()).isNull();
    }

    @Test
    void an_escalation_goes_to_the_person_of_the_partners_team_and_to_the_role_if_nobody_is_named() {
        Owners owners = new Owners("par_1", Map.of("partner-manager", "user:u-17", "account-manager", "user:u-3"));
        Promises named = new Promises(
                SlaMother.book(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(20), null)),
                SlaMother.JOLLYDAY,
                Tier.ACTIVE,
                owners);

        SlaRun run = SlaRun.until(started, hours(100), named);

        assertThat(run.events().subList(3, 5))
                .extracting(event -> ((SlaEvent.Escalated) event).to())
                .containsExactly("user:u-17", "role:ops");
        assertThat(run.events())
                .extracting(event -> event.clock().owner() + " " + event.clock().person())
                .as("the owner stays a role, by which the clock is found")
                .containsExactly(
                        "role:account-manager null",
                        "role:account-manager null",
                        "role:account-manager null",
                        "role:partner-manager user:u-17",
                        "role:ops null");
    }

    @Test
    void an_escalated_clock_goes_once_to_the_person_who_has_the_role_later() {
        SlaRun escalated = SlaRun.until(started, hours(24), namedAs("user:u-17"));

        SlaRun handedOver = SlaRun.until(escalated.clocks(), hours(25), namedAs("user:u-18"));

        assertThat(handedOver.events()).singleElement().isInstanceOfSatisfying(SlaEvent.HandedOver.class, event -> {
            assertThat(event.from()).isEqualTo("user:u-17");
            assertThat(event.clock().person()).isEqualTo("user:u-18");
            assertThat(event.clock().owner()).isEqualTo("role:partner-manager");
        });
        assertThat(SlaRun.until(handedOver.clocks(), hours(26), namedAs("user:u-18"))
                        .events())
                .isEmpty();
        assertThat(only(SlaRun.until(handedOver.clocks(), hours(26), promises)).person())
                .as("if the team names nobody, the promise stays with its person")
                .isEqualTo("user:u-18");
        assertThat(SlaRun.until(started, hours(23), namedAs("user:u-18")).events())
                .as("a clock that isn't escalated has no person")
                .noneMatch(SlaEvent.HandedOver.class::isInstance);
    }

    private static Promises namedAs(String person) {
        return new Promises(
                SlaMother.book(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(20), null)),
                SlaMother.JOLLYDAY,
                Tier.ACTIVE,
                new Owners("par_1", Map.of("partner-manager", person)));
    }

    @Test
    void an_event_is_not_published_again_even_by_an_instance_whose_clock_is_behind() {
        SlaRun ahead = SlaRun.until(started, hours(20));
        SlaRun behind = SlaRun.until(ahead.clocks(), hours(20).minus(Duration.ofMinutes(10)));

        assertThat(ahead.events()).hasSize(3);
        assertThat(behind.events()).isEmpty();
        assertThat(SlaRun.until(behind.clocks(), hours(20)).events()).isEmpty();
    }

    @Test
    void a_promise_kept_in_time_is_met_and_one_kept_late_stays_breached() {
        SlaRun inTime = SlaRun.until(started, hours(19));
        inTime.kept(SlaKind.RESPONSE);
        SlaRun late = SlaRun.until(started, hours(21));
        late.kept(SlaKind.RESPONSE);

        assertThat(inTime.events()).hasSize(3).last().isInstanceOf(SlaEvent.Met.class);
        assertThat(only(inTime).state()).isEqualTo(SlaState.MET);
        assertThat(late.events()).hasSize(3).last().isInstanceOf(SlaEvent.Breached.class);
        assertThat(only(late).state()).isEqualTo(SlaState.BREACHED);
        assertThat(only(late).took()).contains(Duration.ofHours(21));
        assertThat(only(late).isOpen()).isFalse();
    }

    @Test
    void a_pause_moves_all_later_steps() {
        SlaRun asked = SlaRun.until(started, hours(12));
        asked.waits(SlaKind.RESPONSE);
        assertThat(only(asked).state()).isEqualTo(SlaState.PAUSED);
        assertThat(asked.clocks().nextAt()).isNull();
        assertThat(asked.clocks().dueAt(SlaKind.RESPONSE)).isNull();
        assertThat(SlaRun.until(asked.clocks(), hours(1000)).events()).isEmpty();

        SlaRun answered = SlaRun.until(asked.clocks(), hours(112));
        answered.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);

        assertThat(only(answered).state()).isEqualTo(SlaState.RUNNING);
        assertThat(only(answered).dueAt()).isEqualTo(hours(120));
        assertThat(answered.clocks().nextAt()).as("80 %").isEqualTo(hours(116));
    }

    @Test
    void a_pause_over_a_weekend_and_a_daylight_saving_change_uses_no_working_time() {
        Promises office = SlaMother.promises(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(16), "office"));
        SlaRun asked = SlaRun.until(
                start(office, Instant.parse("2026-03-26T08:00:00Z")), Instant.parse("2026-03-27T15:00:00Z"));
        assertThat(only(asked).dueAt()).as("Friday 17:00").isEqualTo(Instant.parse("2026-03-27T16:00:00Z"));
        asked.waits(SlaKind.RESPONSE);

        SlaRun answered = SlaRun.until(asked.clocks(), Instant.parse("2026-04-02T14:30:00Z"));
        answered.runs(SlaKind.RESPONSE, Direction.INBOUND, office);

        assertThat(only(answered).dueAt())
                .as("half an hour is left on Maundy Thursday, the other comes after Easter")
                .isEqualTo(Instant.parse("2026-04-07T07:30:00Z"));
    }

    @Test
    void a_changed_policy_and_a_changed_calendar_apply_to_new_clocks_only() {
        SlaPolicy before = SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(16), "office");
        SlaPolicyBook book = SlaMother.book(before);
        Instant start = Instant.parse("2026-03-02T08:00:00Z");
        SlaClocks clocks = start(SlaMother.promises(book), start);
        SlaRun paused = SlaRun.until(clocks, start.plus(Duration.ofHours(1)));
        paused.waits(SlaKind.RESPONSE);

        SlaPolicyBook changed = put(book, before, start);
        SlaRun resumed = SlaRun.until(paused.clocks(), start.plus(Duration.ofHours(2)));
        resumed.runs(SlaKind.RESPONSE, Direction.INBOUND, SlaMother.promises(changed));

        assertThat(only(resumed).policy()).isEqualTo(new PolicyRef("response", 1));
        assertThat(only(resumed).dueAt())
                .as("16 hours of the calendar as it was, an hour later")
                .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
        SlaClock later = only(start(SlaMother.promises(changed), start.plus(Duration.ofHours(2))));
        assertThat(later.policy().version()).isEqualTo(2);
        assertThat(later.dueAt()).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void a_promise_that_is_no_longer_owed_is_cancelled_and_publishes_nothing_more() {
        SlaRun run = SlaRun.until(started, hours(1));
        run.dropped(SlaKind.RESPONSE);

        assertThat(only(run).state()).isEqualTo(SlaState.CANCELLED);
        assertThat(SlaRun.until(run.clocks(), hours(100)).events()).isEmpty();
    }

    @Test
    void a_kind_without_a_policy_has_no_clock() {
        SlaRun run = SlaRun.until(SlaClocks.NONE, START);
        run.runs(SlaKind.NEXT_UPDATE, Direction.INBOUND, promises);
        run.runs(SlaKind.RESPONSE, Direction.OUTBOUND, promises);

        assertThat(run.clocks()).isEqualTo(SlaClocks.NONE);
    }

    @Test
    void ended_clocks_are_kept_up_to_a_bound_and_open_clocks_are_always_kept() {
        SlaClocks clocks = started;
        for (int i = 0; i < 2 * SlaClocks.MAX_ENDED; i++) {
            SlaRun run = SlaRun.until(clocks, START);
            run.dropped(SlaKind.RESPONSE);
            run.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);
            clocks = run.clocks();
        }

        assertThat(clocks.all()).hasSize(SlaClocks.MAX_ENDED + 1);
        assertThat(clocks.open()).hasSize(1);
    }

    private static SlaPolicyBook put(SlaPolicyBook book, SlaPolicy before, Instant now) {
        SlaPolicy shorter = SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(1), "office")
                .atVersion(1, now);
        assertThat(before.saysTheSameAs(shorter)).isFalse();
        SlaPolicyBook withPolicy = ((SlaBookDecision.Put<SlaPolicy>) book.put(shorter, now)).book();
        BusinessCalendar london = SlaMother.officeHours("Europe/London", null, null);
        return ((SlaBookDecision.Put<BusinessCalendar>) withPolicy.put(london)).book();
    }

    private static SlaClocks start(Promises promises, Instant at) {
        SlaRun run = SlaRun.until(SlaClocks.NONE, at);
        run.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);
        return run.clocks();
    }

    private static SlaClock only(SlaRun run) {
        return only(run.clocks());
    }

    private static SlaClock only(SlaClocks clocks) {
        assertThat(clocks.all()).hasSize(1);
        return clocks.all().get(0);
    }

    private static Instant hours(int after) {
        return START.plus(Duration.ofHours(after));
    }

    @Test
    void the_policy_of_these_tests_reminds_at_50_and_80_percent() {
        assertThat(only(started).steps()).extracting(SlaStep::number).isEqualTo(List.of(50, 80, 100, 1, 2));
    }
}
