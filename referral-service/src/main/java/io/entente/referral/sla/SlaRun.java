package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.sla.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies one change of a referral to its clocks. First the steps that have become due are applied, then clocks start, pause
 * or end as the change requires. It collects the events; {@link #clocks} is what to store with them.
 */
public final class SlaRun {

    private final Instant now;
    private final List<SlaEvent> events = new ArrayList<>();
    private SlaClocks clocks;

    private SlaRun(SlaClocks clocks, Instant now) {
        this.clocks = clocks;
        this.now = now;
    }

    /** Applies all steps that have become due by now, with the calendars with which the clocks were started. */
    public static SlaRun until(SlaClocks clocks, Instant now) {
        return until(clocks, now, Promises.NONE);
    }

    /**
     * Applies all steps that have become due by now. Clocks first follow the changes of their calendars, so no step is announced at a
     * time that a holiday has moved. Escalated clocks then follow the partner's team.
     */
    public static SlaRun until(SlaClocks clocks, Instant now, Promises promises) {
        SlaRun run = new SlaRun(clocks, now);
        List<Passed> passed = clocks.open().stream()
                .map(clock -> Passed.of(clock, now, promises))
                .toList();
        passed.stream()
                .flatMap(clock -> clock.events().stream())
                .sorted(Comparator.comparing(SlaEvent::at))
                .forEach(run::happened);
        passed.forEach(clock -> run.clocks = run.clocks.with(clock.now()));
        return run;
    }

    /** A clock after the time until now, and the events on the way. */
    private record Passed(SlaClock now, List<SlaEvent> events) {

        static Passed of(SlaClock clock, Instant until, Promises promises) {
            List<SlaEvent> events = new ArrayList<>();
            SlaClock state = clock;
            for (BusinessCalendar later : promises.followedBy(clock)) {
                Instant since = Objects.requireNonNull(later.changedAt());
                state = stepped(state, since.isBefore(until) ? since : until, promises, events);
                Instant due = state.dueAt();
                state = promises.following(state, later, since);
                if (!state.dueAt().equals(due)) {
                    events.add(new SlaEvent.Moved(state, since, due));
                }
            }
            state = stepped(state, until, promises, events);
            SlaClock passed = handedOver(state, until, promises, events);
            return new Passed(passed.replacing(clock, until), events);
        }

        private static SlaClock handedOver(SlaClock clock, Instant at, Promises promises, List<SlaEvent> events) {
            return clock.handedOver(promises.owners())
                    .map(now -> {
                        events.add(new SlaEvent.HandedOver(now, at, Objects.requireNonNull(clock.person())));
                        return now;
                    })
                    .orElse(clock);
        }

        private static SlaClock stepped(SlaClock clock, Instant until, Promises promises, List<SlaEvent> events) {
            List<SlaEvent> steps = clock.until(until, promises.owners());
            events.addAll(steps);
            return steps.isEmpty() ? clock : steps.get(steps.size() - 1).clock();
        }
    }

    public SlaClocks clocks() {
        return clocks;
    }

    /** The events since the last call, in order. */
    public List<SlaEvent> takeEvents() {
        List<SlaEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The events so far, without taking them. */
    List<SlaEvent> events() {
        return List.copyOf(events);
    }

    /** Runs the clock of this kind: starts it if there is none, and resumes it if it was paused. */
    public void runs(SlaKind kind, Direction direction, Promises promises) {
        runs(kind, direction, promises, null);
    }

    /**
     * Does the same.
     *
     * @param agreed the due date of a clock that starts; null if it is that of the policy
     */
    public void runs(SlaKind kind, Direction direction, Promises promises, @Nullable Instant agreed) {
        Optional<SlaClock> open = clocks.open(kind);
        Optional<SlaClock> running = open.isPresent()
                ? open.map(clock -> promises.resumed(clock, now).replacing(clock, now))
                : promises.start(kind, direction, now, agreed);
        running.ifPresent(clock -> clocks = clocks.with(clock));
    }

    /**
     * Whether the open clock of this kind started at this very instant, so that it could not be distinguished from another
     * run.
     */
    public boolean hasJustStarted(SlaKind kind) {
        return clocks.open(kind).filter(clock -> clock.startedAt().equals(now)).isPresent();
    }

    /** Pauses the clock of this kind, if there is one. */
    public void waits(SlaKind kind) {
        clocks.open(kind).ifPresent(clock -> clocks = clocks.with(clock.paused(now)));
    }

    /** Ends the clock of this kind, because its promise was kept. */
    public void kept(SlaKind kind) {
        clocks.open(kind).map(clock -> clock.kept(now)).ifPresent(ended -> {
            if (ended.state() == SlaState.MET) {
                happened(new SlaEvent.Met(ended, now));
            } else {
                clocks = clocks.with(ended);
            }
        });
    }

    /** Cancels the clock of this kind, because its promise is no longer owed. */
    public void dropped(SlaKind kind) {
        clocks.open(kind).ifPresent(clock -> clocks = clocks.with(clock.dropped(now)));
    }

    private void happened(SlaEvent event) {
        clocks = clocks.with(event.clock());
        events.add(event);
    }
}
