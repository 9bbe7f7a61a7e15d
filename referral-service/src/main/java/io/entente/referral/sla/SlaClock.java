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
 * times, and a policy that has changed meanwhile makes no difference. A calendar that has changed makes one only if it says that
 * running clocks follow it.
 *
 * @param calendar the version of the calendar whose working hours count; null if every hour counts
 * @param owner who has to keep the promise, or got it with the last escalation
 * @param dueAt includes earlier pauses; while the clock is paused, the due date from before the pause
 * @param pausedAt since when no time passes; null while time passes
 * @param steps the steps that are still to come, in order
 * @param endedAt when the promise was kept, in time or late, or cancelled; null while it is open
 * @param moves the last changes of the due date by new versions of the calendar
 * @param person who has the promise since the last escalation, such as {@code user:u-17}; null if there was none, or if nobody of the
 *     partner's team has the owner's role
 * @param earlierDueDates those that changed in the last day, the oldest first
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
        @Nullable Instant endedAt,
        List<ClockMove> moves,
        @Nullable String person,
        List<EarlierDueDate> earlierDueDates) {

    /** The maximum number of changes of a due date that a clock remembers. The referral's history and the events have all. */
    static final int MAX_MOVES = 10;

    public SlaClock {
        steps = List.copyOf(steps);
        // Clocks of earlier versions have no lists.
        moves = moves == null ? List.of() : List.copyOf(moves);
        earlierDueDates = earlierDueDates == null ? List.of() : List.copyOf(earlierDueDates);
    }

    /** @param agreed the due date; null if it follows from the policy */
    static SlaClock started(
            SlaPolicy policy,
            @Nullable PolicyRef calendar,
            WorkTime time,
            Owners owners,
            Instant at,
            @Nullable Instant agreed) {
        List<SlaStep> steps = policy.steps(at, agreed, time, owners);
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
                null,
                List.of(),
                null,
                List.of());
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

    /**
     * The events of all steps that are due by a time, in order. The clock after an event no longer has its step, so none comes twice.
     *
     * @param owners the people to whom the clock is escalated
     */
    List<SlaEvent> until(Instant now, Owners owners) {
        List<SlaEvent> events = new ArrayList<>();
        SlaClock clock = this;
        for (Optional<SlaEvent> next = clock.next(now, owners); next.isPresent(); next = clock.next(now, owners)) {
            events.add(next.get());
            clock = next.get().clock();
        }
        return events;
    }

    private Optional<SlaEvent> next(Instant now, Owners owners) {
        if (!isOpen() || isPaused() || steps.isEmpty() || !steps.get(0).isDue(now)) {
            return Optional.empty();
        }
        SlaStep step = steps.get(0);
        List<SlaStep> rest = steps.subList(1, steps.size());
        return Optional.of(
                switch (step.type()) {
                    case REMINDER -> new SlaEvent.ReminderDue(with(state, rest), step.at(), step.number());
                    case BREACH -> new SlaEvent.Breached(with(SlaState.BREACHED, rest), step.at());
                    case ESCALATION -> new SlaEvent.Escalated(escalated(step, owners, rest), step.at(), step.number());
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
                        null,
                        moves,
                        person,
                        earlierDueDates);
    }

    /**
     * Resumes the clock, with as much time left as when it was paused.
     *
     * @param before the time in which the clock was started
     * @param later the version of the calendar to follow from now on; null if it stays the same
     * @param time the time of that version
     */
    SlaClock resumed(Instant now, WorkTime before, @Nullable PolicyRef later, WorkTime time) {
        Instant since = pausedAt;
        if (since == null || !isOpen()) {
            return this;
        }
        Instant from = now.isBefore(since) ? since : now;
        List<SlaStep> moved = steps.stream()
                .map(step -> step.movedTo(time.plus(from, before.between(since, step.at()))))
                .toList();
        SlaState resumedState = state == SlaState.PAUSED ? SlaState.RUNNING : state;
        return new SlaClock(
                kind,
                resumedState,
                policy,
                later == null ? calendar : later,
                owner,
                startedAt,
                dueAt(moved),
                null,
                moved,
                null,
                moves,
                person,
                earlierDueDates);
    }

    /**
     * Follows a new version of the calendar: the working time that was left at a time is counted from there with the new version.
     * A clock whose steps stay the same is the same clock.
     *
     * @param since when the version was stored; later steps move, and earlier ones stay
     */
    SlaClock following(PolicyRef later, Instant since, WorkTime before, WorkTime time) {
        Instant from = since.isBefore(startedAt) ? startedAt : since;
        List<SlaStep> moved = steps.stream()
                .map(step ->
                        step.at().isAfter(from) ? step.movedTo(time.plus(from, before.between(from, step.at()))) : step)
                .toList();
        if (moved.equals(steps)) {
            return this;
        }
        Instant due = dueAt(moved);
        List<ClockMove> all = new ArrayList<>(moves);
        if (!due.equals(dueAt)) {
            all.add(new ClockMove(later, from, dueAt, due));
        }
        return new SlaClock(
                kind,
                state,
                policy,
                later,
                owner,
                startedAt,
                due,
                null,
                moved,
                null,
                all.subList(Math.max(0, all.size() - MAX_MOVES), all.size()),
                person,
                earlierDueDates);
    }

    /** The time of the breach; after it, the due date stays. */
    private Instant dueAt(List<SlaStep> moved) {
        return moved.stream()
                .filter(step -> step.type() == SlaStep.Type.BREACH)
                .map(SlaStep::at)
                .findFirst()
                .orElse(dueAt);
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
        return new SlaClock(
                kind,
                as,
                policy,
                calendar,
                owner,
                startedAt,
                dueAt,
                null,
                List.of(),
                end,
                moves,
                person,
                earlierDueDates);
    }

    /**
     * Hands a clock that was escalated to a person over if another person has the owner's role now. If the team names nobody, the clock
     * stays with its person.
     *
     * @return empty if nothing changes
     */
    Optional<SlaClock> handedOver(Owners owners) {
        String next = owners.person(owner);
        return !isOpen() || person == null || next == null || next.equals(person)
                ? Optional.empty()
                : Optional.of(new SlaClock(
                        kind,
                        state,
                        policy,
                        calendar,
                        owner,
                        startedAt,
                        dueAt,
                        pausedAt,
                        steps,
                        null,
                        moves,
                        next,
                        earlierDueDates));
    }

    private SlaClock with(SlaState now, List<SlaStep> rest) {
        return new SlaClock(
                kind, now, policy, calendar, owner, startedAt, dueAt, null, rest, null, moves, person, earlierDueDates);
    }

    private SlaClock escalated(SlaStep step, Owners owners, List<SlaStep> rest) {
        String next = step.to() == null ? owner : step.to();
        return new SlaClock(
                kind,
                state,
                policy,
                calendar,
                next,
                startedAt,
                dueAt,
                null,
                rest,
                null,
                moves,
                owners.person(next),
                earlierDueDates);
    }

    /** The same clock, which remembers the due date of the clock that it replaces. */
    SlaClock replacing(SlaClock before, Instant now) {
        if (before.dueAt.equals(dueAt)) {
            return this;
        }
        List<EarlierDueDate> earlier = EarlierDueDate.added(before.earlierDueDates, before.dueAt, now);
        return new SlaClock(
                kind, state, policy, calendar, owner, startedAt, dueAt, pausedAt, steps, endedAt, moves, person,
                earlier);
    }

    /** The due date that the clock had at an instant of the last day. */
    public Instant dueAt(Instant asOf) {
        return earlierDueDates.stream()
                .filter(earlier -> earlier.until().isAfter(asOf))
                .map(EarlierDueDate::dueAt)
                .findFirst()
                .orElse(dueAt);
    }

    /** Names a kind of clock in a state, such as {@code RESPONSE:RUNNING}. An index on these names counts and finds open clocks. */
    public static String openKey(SlaKind kind, SlaState state) {
        return kind + ":" + state;
    }
}
