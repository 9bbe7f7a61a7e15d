package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Applies all steps that have become due by now. */
    public static SlaRun until(SlaClocks clocks, Instant now) {
        SlaRun run = new SlaRun(clocks, now);
        clocks.open().stream()
                .flatMap(clock -> clock.until(now).stream())
                .sorted(Comparator.comparing(SlaEvent::at))
                .forEach(run::happened);
        return run;
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
        Optional<SlaClock> open = clocks.open(kind);
        Optional<SlaClock> running = open.isPresent()
                ? open.map(clock -> clock.resumed(now, promises.timeOf(clock)))
                : promises.start(kind, direction, now);
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
