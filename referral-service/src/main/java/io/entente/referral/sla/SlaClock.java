package io.entente.referral.sla;

import io.entente.referral.sla.calendar.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures one promise on one referral. Its future steps are stored as instants. Advancing the clock therefore only compares
 * times, and a policy or calendar that has changed meanwhile makes no difference.
 *
 * @param calendar the calendar whose working hours count; null if every hour counts
 * @param owner who has to keep the promise, or got it with the last escalation
 * @param dueAt includes earlier pauses; while the clock is paused, the due date from before the pause
 * @param pausedAt since when no time passes; null while time passes
 * @param steps the steps that are still to come, in order
 * @param endedAt when the promise was kept, in time or late, or cancelled; null while it is open
 */
public record SlaClock(
        SlaKind kind,
        SlaState state,
        PolicyRef policy,
        @Nullable PolicyRef calendar,
        String owner,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        List<SlaStep> steps,
        @Nullable Instant endedAt) {

    public SlaClock {
        steps = List.copyOf(steps);
    }

    static SlaClock started(SlaPolicy policy, @Nullable PolicyRef calendar, WorkTime time, Owners owners, Instant at) {
        List<SlaStep> steps = policy.steps(at, time, owners);
        Instant dueAt = steps.stream()
                .filter(step -> step.type() == SlaStep.Type.BREACH)
                .map(SlaStep::at)
                .findFirst()
                .orElseThrow();
        return new SlaClock(
                policy.kind(),
                SlaState.RUNNING,
                policy.ref(),
                calendar,
                owners.of(policy.owner()),
                at,
                dueAt,
                null,
                steps,
                null);
    }

    /** Whether the promise is still owed. */
    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    /** When the next step is due if nobody does anything before; null if there is none. */
    public @Nullable Instant nextAt() {
        return !isOpen() || isPaused() || steps.isEmpty() ? null : steps.get(0).at();
    }

    /** The events of all steps that are due by a time, in order. The clock after an event no longer has its step, so none comes twice. */
    List<SlaEvent> until(Instant now) {
        List<SlaEvent> events = new ArrayList<>();
        SlaClock clock = this;
        for (Optional<SlaEvent> next = clock.next(now); next.isPresent(); next = clock.next(now)) {
            events.add(next.get());
            clock = next.get().clock();
        }
        return events;
    }

    private Optional<SlaEvent> next(Instant now) {
        if (!isOpen() || isPaused() || steps.isEmpty() || !steps.get(0).isDue(now)) {
            return Optional.empty();
        }
        SlaStep step = steps.get(0);
        List<SlaStep> rest = steps.subList(1, steps.size());
        return Optional.of(
                switch (step.type()) {
                    case REMINDER -> new SlaEvent.ReminderDue(with(state, owner, rest), step.at(), step.number());
                    case BREACH -> new SlaEvent.Breached(with(SlaState.BREACHED, owner, rest), step.at());
                    case ESCALATION ->
                        new SlaEvent.Escalated(
                                with(state, step.to() == null ? owner : step.to(), rest), step.at(), step.number());
                });
    }

    /** Pauses the clock, because somebody else has to act. A breached clock pauses its escalations and stays BREACHED. */
    SlaClock paused(Instant now) {
        return isPaused() || !isOpen()
                ? this
                : new SlaClock(
                        kind,
                        state == SlaState.RUNNING ? SlaState.PAUSED : state,
                        policy,
                        calendar,
                        owner,
                        startedAt,
                        dueAt,
                        now,
                        steps,
                        null);
    }

    /** Resumes the clock, with as much time left as when it was paused. */
    SlaClock resumed(Instant now, WorkTime time) {
        Instant since = pausedAt;
        if (since == null || !isOpen()) {
            return this;
        }
        Instant from = now.isBefore(since) ? since : now;
        List<SlaStep> moved = steps.stream()
                .map(step -> step.movedTo(time.plus(from, time.between(since, step.at()))))
                .toList();
        Instant due = moved.stream()
                .filter(step -> step.type() == SlaStep.Type.BREACH)
                .map(SlaStep::at)
                .findFirst()
                .orElse(dueAt);
        SlaState resumedState = state == SlaState.PAUSED ? SlaState.RUNNING : state;
        return new SlaClock(kind, resumedState, policy, calendar, owner, startedAt, due, null, moved, null);
    }

    /** Ends the clock, because the promise was kept, in time or late. */
    SlaClock kept(Instant now) {
        return ended(state == SlaState.BREACHED ? SlaState.BREACHED : SlaState.MET, now);
    }

    /** Ends the clock, because the promise is no longer owed. A breach stays on record. */
    SlaClock dropped(Instant now) {
        return ended(state == SlaState.BREACHED ? SlaState.BREACHED : SlaState.CANCELLED, now);
    }

    /** The wall time from the start to the end, as the waiting side sees it; empty while the clock is open or if it was cancelled. */
    public Optional<Duration> took() {
        return endedAt == null || state == SlaState.CANCELLED
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }

    private SlaClock ended(SlaState as, Instant now) {
        // If another instance started it and its system clock is ahead, the start can be later than now.
        Instant end = now.isBefore(startedAt) ? startedAt : now;
        return new SlaClock(kind, as, policy, calendar, owner, startedAt, dueAt, null, List.of(), end);
    }

    private SlaClock with(SlaState now, String who, List<SlaStep> rest) {
        return new SlaClock(kind, now, policy, calendar, who, startedAt, dueAt, null, rest, null);
    }

    /** Names a kind of clock in a state, such as {@code RESPONSE:RUNNING}. An index on these names counts and finds open clocks. */
    public static String openKey(SlaKind kind, SlaState state) {
        return kind + ":" + state;
    }
}
