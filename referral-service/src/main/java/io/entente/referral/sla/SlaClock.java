package io.entente.referral.sla;

import io.entente.referral.sla.calendar.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a promise on a referral. It carries all that will happen on it as instants, so that to advance it is to compare
 * times, and a policy or calendar changed meanwhile changes nothing.
 *
 * @param calendar whose working hours count; null where every hour does
 * @param owner who has to keep it, or has it since the last escalation
 * @param dueAt pauses counted in; while it is paused, as it was before the pause
 * @param pausedAt since when no time passes; null while it does
 * @param steps what is still to happen, in order
 * @param endedAt when it was met, kept late or cancelled; null while it is open
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

    /** Whether something is still owed. */
    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    /** When something happens next if nobody does anything; null where nothing will. */
    public @Nullable Instant nextAt() {
        return !isOpen() || isPaused() || steps.isEmpty() ? null : steps.get(0).at();
    }

    /** All that has happened on the clock by a time and wasn't told yet, in order. None twice: what is told is no step any more. */
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

    /** No time passes from now on: somebody else's turn. A breached clock pauses its escalations and stays BREACHED. */
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

    /** Time passes again, and as much is left of it as when it was paused. */
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

    /** What was promised is done: in time, or late. */
    SlaClock kept(Instant now) {
        return ended(state == SlaState.BREACHED ? SlaState.BREACHED : SlaState.MET, now);
    }

    /** What was promised isn't owed any more. What was late stays on record as late. */
    SlaClock dropped(Instant now) {
        return ended(state == SlaState.BREACHED ? SlaState.BREACHED : SlaState.CANCELLED, now);
    }

    /** From the start to the end, in wall time, as whoever waits sees it; empty while it is open or where it was cancelled. */
    public Optional<Duration> took() {
        return endedAt == null || state == SlaState.CANCELLED
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, endedAt));
    }

    private SlaClock ended(SlaState as, Instant now) {
        // Another instance's clock may have started it a little later than this one says it is.
        Instant end = now.isBefore(startedAt) ? startedAt : now;
        return new SlaClock(kind, as, policy, calendar, owner, startedAt, dueAt, null, List.of(), end);
    }

    private SlaClock with(SlaState now, String who, List<SlaStep> rest) {
        return new SlaClock(kind, now, policy, calendar, who, startedAt, dueAt, null, rest, null);
    }

    /** Names a kind of clock in a state, {@code RESPONSE:RUNNING}; an index on it counts and finds the open clocks. */
    public static String openKey(SlaKind kind, SlaState state) {
        return kind + ":" + state;
    }
}
