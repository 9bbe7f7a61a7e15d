package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.BusinessCalendar;
import io.entente.referral.sla.calendar.BusinessCalendar.RunningClocks;
import io.entente.referral.sla.calendar.BusinessTime;
import io.entente.referral.sla.calendar.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two working days are promised in Berlin, where the office is open from 9 to 17. */
class FollowedCalendarTest {

    /** Monday, 2 March 2026, 9:00 in Berlin. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Instant TUESDAY_EVENING = Instant.parse("2026-03-03T16:00:00Z");
    private static final Instant WEDNESDAY_EVENING = Instant.parse("2026-03-04T16:00:00Z");
    private static final Instant THURSDAY_EVENING = Instant.parse("2026-03-05T16:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    private final BusinessCalendar first = SlaMother.officeHours("Europe/Berlin", null, null);
    private final SlaPolicyBook book = new SlaPolicyBook(
            1, List.of(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(16), "office")), List.of(first));
    private final SlaClocks started = started(MONDAY);

    @Test
    void a_clock_follows_a_holiday_that_is_entered_later_and_says_when_it_is_due_now() {
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY));

        SlaRun run = SlaRun.until(started, MONDAY_NOON, promises);

        assertThat(run.events()).singleElement().isInstanceOfSatisfying(SlaEvent.Moved.class, moved -> {
            assertThat(moved.at()).isEqualTo(MONDAY_NOON);
            assertThat(moved.previousDueAt()).isEqualTo(TUESDAY_EVENING);
            assertThat(moved.clock().dueAt()).isEqualTo(WEDNESDAY_EVENING);
        });
        SlaClock clock = run.clocks().open().get(0);
        assertThat(clock.calendar()).isEqualTo(new PolicyRef("office", 2));
        assertThat(clock.steps())
                .extracting(SlaStep::at)
                .as("half of the time has passed on Monday evening; everything else is a day later")
                .containsExactly(
                        Instant.parse("2026-03-02T16:00:00Z"),
                        Instant.parse("2026-03-04T12:48:00Z"),
                        WEDNESDAY_EVENING,
                        Instant.parse("2026-03-05T12:00:00Z"),
                        Instant.parse("2026-03-09T16:00:00Z"));
        assertThat(clock.moves())
                .containsExactly(
                        new ClockMove(new PolicyRef("office", 2), MONDAY_NOON, TUESDAY_EVENING, WEDNESDAY_EVENING));
    }

    @Test
    void following_twice_changes_nothing() {
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY));
        SlaClocks once = SlaRun.until(started, MONDAY_NOON, promises).clocks();

        SlaRun again = SlaRun.until(once, MONDAY_NOON.plusSeconds(60), promises);

        assertThat(again.events()).isEmpty();
        assertThat(again.clocks()).isEqualTo(once);
    }

    @Test
    void a_clock_keeps_its_calendar_if_the_program_says_so() {
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.KEEP, TUESDAY));

        assertThat(SlaRun.until(started, MONDAY_NOON, promises).clocks()).isEqualTo(started);
        assertThat(types(SlaRun.until(started, TUESDAY_EVENING, promises))).contains("Breached");
    }

    @Test
    void a_holiday_that_makes_no_difference_to_a_clock_changes_nothing() {
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.MOVE, LocalDate.of(2026, 6, 1)));

        assertThat(SlaRun.until(started, MONDAY_NOON, promises).clocks()).isEqualTo(started);
    }

    @Test
    void a_late_run_announces_no_breach_that_the_holiday_has_moved() {
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY));

        SlaRun late = SlaRun.until(started, TUESDAY_EVENING.plusSeconds(3600), promises);

        assertThat(types(late)).containsExactly("Moved", "ReminderDue");
        assertThat(late.clocks().open().get(0).state()).isEqualTo(SlaState.RUNNING);
    }

    @Test
    void steps_before_the_change_are_announced_with_the_due_date_of_their_time() {
        Instant tuesdayNoon = Instant.parse("2026-03-03T11:00:00Z");
        Promises promises = promises(closed(2, tuesdayNoon, RunningClocks.MOVE, WEDNESDAY, TUESDAY));

        SlaRun run = SlaRun.until(started, tuesdayNoon, promises);

        assertThat(types(run)).containsExactly("ReminderDue", "Moved");
        assertThat(run.events().get(0).clock().dueAt()).isEqualTo(TUESDAY_EVENING);
        assertThat(run.events().get(1).clock().dueAt())
                .as("five hours were left at noon, and the rest of Tuesday is free")
                .isEqualTo(Instant.parse("2026-03-05T13:00:00Z"));
    }

    @Test
    void a_paused_clock_follows_when_it_resumes() {
        SlaRun asked = SlaRun.until(started, MONDAY.plus(Duration.ofHours(1)));
        asked.waits(SlaKind.RESPONSE);
        Promises promises = promises(closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY));
        assertThat(SlaRun.until(asked.clocks(), MONDAY_NOON, promises).clocks()).isEqualTo(asked.clocks());

        SlaRun answered = SlaRun.until(asked.clocks(), MONDAY.plus(Duration.ofHours(4)), promises);
        answered.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);

        SlaClock clock = answered.clocks().open().get(0);
        assertThat(clock.dueAt())
                .as("fifteen hours from 13:00 on Monday: four on Monday, eight on Wednesday, three on Thursday")
                .isEqualTo(Instant.parse("2026-03-05T11:00:00Z"));
        assertThat(clock.calendar()).isEqualTo(new PolicyRef("office", 2));
        assertThat(SlaRun.until(answered.clocks(), MONDAY.plus(Duration.ofHours(5)), promises)
                        .events())
                .isEmpty();
    }

    @Test
    void a_breached_clock_keeps_its_due_date_and_moves_its_escalations() {
        SlaClocks breached = SlaRun.until(started, TUESDAY_EVENING).clocks();
        Promises promises = promises(closed(2, TUESDAY_EVENING, RunningClocks.MOVE, WEDNESDAY));

        SlaRun run = SlaRun.until(breached, TUESDAY_EVENING.plusSeconds(1), promises);

        assertThat(run.events()).isEmpty();
        SlaClock clock = run.clocks().open().get(0);
        assertThat(clock.dueAt()).isEqualTo(TUESDAY_EVENING);
        assertThat(clock.steps().get(0).at()).isEqualTo(Instant.parse("2026-03-05T12:00:00Z"));
    }

    @Test
    void a_clock_follows_one_version_after_the_other() {
        Promises promises = promises(
                closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY),
                closed(3, MONDAY_NOON.plusSeconds(60), RunningClocks.MOVE, TUESDAY, WEDNESDAY));

        SlaRun run = SlaRun.until(started, MONDAY_NOON.plusSeconds(90), promises);

        assertThat(run.events())
                .extracting(event -> event.clock().dueAt())
                .containsExactly(WEDNESDAY_EVENING, THURSDAY_EVENING);
        assertThat(run.clocks().open().get(0).moves()).hasSize(2);
    }

    @Test
    void a_holiday_that_is_taken_back_brings_the_due_date_back() {
        Promises promises = promises(
                closed(2, MONDAY_NOON, RunningClocks.MOVE, TUESDAY),
                closed(3, MONDAY_NOON.plusSeconds(60), RunningClocks.MOVE));

        SlaRun run = SlaRun.until(started, MONDAY_NOON.plusSeconds(90), promises);

        assertThat(run.clocks().open().get(0).steps())
                .isEqualTo(started.open().get(0).steps());
    }

    @Property(tries = 300)
    void the_working_time_that_is_left_stays_the_same(
            @ForAll @IntRange(max = 20_000) int startMinute,
            @ForAll @IntRange(max = 3_000) int minutesLater,
            @ForAll @IntRange(max = 20) int firstFree,
            @ForAll @IntRange(max = 20) int secondFree) {
        Instant start = MONDAY.plus(Duration.ofMinutes(startMinute));
        Instant changed = start.plus(Duration.ofMinutes(minutesLater));
        BusinessCalendar later = closed(
                2,
                changed,
                RunningClocks.MOVE,
                LocalDate.of(2026, 3, 2).plusDays(firstFree),
                LocalDate.of(2026, 3, 2).plusDays(secondFree));
        SlaClock before = SlaRun.until(started(start), changed).clocks().open().get(0);

        SlaClock after = SlaRun.until(started(start), changed, promises(later))
                .clocks()
                .open()
                .get(0);

        BusinessTime old = new BusinessTime(first, Holidays.NONE);
        BusinessTime now = new BusinessTime(later, Holidays.NONE);
        assertThat(after.steps()).hasSameSizeAs(before.steps());
        for (int i = 0; i < before.steps().size(); i++) {
            assertThat(now.between(changed, after.steps().get(i).at()))
                    .isEqualTo(old.between(changed, before.steps().get(i).at()));
        }
    }

    private SlaClocks started(Instant at) {
        SlaRun run = SlaRun.until(SlaClocks.NONE, at);
        run.runs(SlaKind.RESPONSE, Direction.INBOUND, promises());
        return run.clocks();
    }

    private BusinessCalendar closed(int version, Instant at, RunningClocks running, LocalDate... days) {
        return new BusinessCalendar(
                first.code(),
                version,
                first.zone(),
                first.hours(),
                null,
                null,
                Set.copyOf(List.of(days)),
                first.entered(),
                running,
                at);
    }

    private Promises promises(BusinessCalendar... later) {
        List<BusinessCalendar> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(later));
        return new Promises(new SlaPolicyBook(2, book.policies(), all), Holidays.NONE, Tier.ACTIVE, "par_1");
    }

    private static List<String> types(SlaRun run) {
        return run.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
