package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A referral's clocks while one change is made to the referral: what has come due is told first, then clocks start, wait, end
 * as the change asks for. Collects the events; {@link #clocks} is what to store with them.
 */
public final class SlaRun {

    private final Instant now;
    private final List<SlaEvent> events = new ArrayList<>();
    private SlaClocks clocks;

    private SlaRun(SlaClocks clocks, Instant now) {
        this.clocks = clocks;
        this.now = now;
    }

    /** Tells all that has come due on the clocks by now. */
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

    /** What has happened since this was last asked, in order. */
    public List<SlaEvent> takeEvents() {
        List<SlaEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The same, to look at. */
    List<SlaEvent> events() {
        return List.copyOf(events);
    }

    /** Time passes on the clock of this kind: it is started where there is none, and goes on where it was paused. */
    public void runs(SlaKind kind, Direction direction, Promises promises) {
        Optional<SlaClock> open = clocks.open(kind);
        Optional<SlaClock> running = open.isPresent()
                ? open.map(clock -> clock.resumed(now, promises.timeOf(clock)))
                : promises.start(kind, direction, now);
        running.ifPresent(clock -> clocks = clocks.with(clock));
    }

    /** Whether the open clock of this kind started at this very instant: another run couldn't be told from it. */
    public boolean hasJustStarted(SlaKind kind) {
        return clocks.open(kind).filter(clock -> clock.startedAt().equals(now)).isPresent();
    }

    /** No time passes on the clock of this kind, where there is one. */
    public void waits(SlaKind kind) {
        clocks.open(kind).ifPresent(clock -> clocks = clocks.with(clock.paused(now)));
    }

    /** What the clock of this kind promises is done. */
    public void kept(SlaKind kind) {
        clocks.open(kind).map(clock -> clock.kept(now)).ifPresent(ended -> {
            if (ended.state() == SlaState.MET) {
                happened(new SlaEvent.Met(ended, now));
            } else {
                clocks = clocks.with(ended);
            }
        });
    }

    /** What the clock of this kind promises isn't owed any more. */
    public void dropped(SlaKind kind) {
        clocks.open(kind).ifPresent(clock -> clocks = clocks.with(clock.dropped(now)));
    }

    private void happened(SlaEvent event) {
        clocks = clocks.with(event.clock());
        events.add(event);
    }
}
