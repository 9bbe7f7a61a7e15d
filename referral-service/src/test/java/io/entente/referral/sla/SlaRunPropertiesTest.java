package io.entente.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.partners.Direction;
import io.entente.referral.sla.calendar.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlaRunPropertiesTest {

    private static final Instant START = Instant.parse("2026-10-20T10:00:00Z");

    /** An action some hours after the previous one. */
    record Act(What what, int minutesLater) {}

    enum What {
        PAUSE,
        RESUME,
        SWEEP,
        SWEEP_TEN_MINUTES_BEHIND,
        SWEEP_TEN_MINUTES_AHEAD
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.integers().between(0, 3_000))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Promises> promised() {
        return Arbitraries.of(
                SlaMother.promises(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(20), null)),
                SlaMother.promises(SlaMother.policy(SlaKind.RESPONSE, Duration.ofHours(20), "office")));
    }

    @Property(tries = 300)
    void each_milestone_is_published_at_most_once_and_in_order_however_clocks_differ(
            @ForAll("promised") Promises promises, @ForAll("acts") List<Act> acts) {
        Played played = play(promises, acts);

        List<String> told = played.told();
        assertThat(told).isEqualTo(List.of("50", "80", "breach", "1", "2").subList(0, told.size()));
    }

    @Property(tries = 300)
    void every_milestone_is_published_once_the_clock_is_no_longer_paused(
            @ForAll("promised") Promises promises, @ForAll("acts") List<Act> acts) {
        List<Act> andThen = new ArrayList<>(acts);
        andThen.add(new Act(What.RESUME, 0));
        andThen.add(new Act(What.SWEEP, 60 * 24 * 60));

        assertThat(play(promises, andThen).told()).containsExactly("50", "80", "breach", "1", "2");
    }

    /** The model counts the time that passes outside of pauses. */
    @Property(tries = 300)
    void a_clock_is_breached_when_the_time_outside_of_pauses_has_run_out(
            @ForAll("promised") Promises promises, @ForAll("acts") List<Act> acts) {
        List<Act> onTime = acts.stream()
                .filter(act -> act.what() != What.SWEEP_TEN_MINUTES_AHEAD)
                .toList();
        Played played = play(promises, onTime);

        assertThat(played.told().contains("breach")).isEqualTo(played.counted().compareTo(Duration.ofHours(20)) >= 0);
    }

    @Property(tries = 300)
    void the_times_of_sweeps_do_not_change_the_result(
            @ForAll("promised") Promises promises, @ForAll("acts") List<Act> acts) {
        List<Act> without = new ArrayList<>();
        int carried = 0;
        for (Act act : acts) {
            carried += act.minutesLater();
            if (act.what() == What.PAUSE || act.what() == What.RESUME) {
                without.add(new Act(act.what(), carried));
                carried = 0;
            }
        }
        without.add(new Act(What.SWEEP, carried));
        List<Act> with = new ArrayList<>(acts.stream()
                .map(act -> act.what() == What.SWEEP_TEN_MINUTES_AHEAD ? new Act(What.SWEEP, act.minutesLater()) : act)
                .toList());
        with.add(new Act(What.SWEEP, 0));

        assertThat(play(promises, with).at()).isEqualTo(play(promises, without).at());
    }

    /** @param at when each event happened according to the clock */
    record Played(List<String> told, List<Instant> at, Duration counted) {}

    private static Played play(Promises promises, List<Act> acts) {
        SlaRun first = SlaRun.until(SlaClocks.NONE, START);
        first.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);
        SlaClocks clocks = first.clocks();
        WorkTime time = promises.timeOf(clocks.all().get(0));
        List<SlaEvent> told = new ArrayList<>();
        Instant now = START;
        Instant runningSince = START;
        boolean running = true;
        Duration counted = Duration.ZERO;
        for (Act act : acts) {
            now = now.plus(Duration.ofMinutes(act.minutesLater()));
            if (act.what() == What.PAUSE && running) {
                counted = counted.plus(time.between(runningSince, now));
                running = false;
            } else if (act.what() == What.RESUME && !running) {
                runningSince = now;
                running = true;
            }
            SlaRun run = SlaRun.until(clocks, seen(act, now));
            if (act.what() == What.PAUSE) {
                run.waits(SlaKind.RESPONSE);
            } else if (act.what() == What.RESUME) {
                run.runs(SlaKind.RESPONSE, Direction.INBOUND, promises);
            }
            told.addAll(run.events());
            clocks = run.clocks();
        }
        SlaRun last = SlaRun.until(clocks, now);
        told.addAll(last.events());
        return new Played(
                told.stream().map(SlaRunPropertiesTest::name).toList(),
                told.stream().map(SlaEvent::at).toList(),
                running ? counted.plus(time.between(runningSince, now)) : counted);
    }

    private static Instant seen(Act act, Instant now) {
        return switch (act.what()) {
            case SWEEP_TEN_MINUTES_BEHIND -> now.minus(Duration.ofMinutes(10));
            case SWEEP_TEN_MINUTES_AHEAD -> now.plus(Duration.ofMinutes(10));
            case PAUSE, RESUME, SWEEP -> now;
        };
    }

    private static String name(SlaEvent event) {
        if (event instanceof SlaEvent.ReminderDue reminder) {
            return String.valueOf(reminder.elapsedPercent());
        }
        return event instanceof SlaEvent.Escalated escalated ? String.valueOf(escalated.level()) : "breach";
    }
}
