package io.entente.referral.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of one referral: at most one open clock of each kind, and the clocks that ended last.
 *
 * @param all in the order in which they started
 */
public record SlaClocks(List<SlaClock> all) {

    /** The maximum number of ended clocks that a referral keeps, about 0.3 KiB each. The events on the topic are the complete history. */
    public static final int MAX_ENDED = 40;

    public static final SlaClocks NONE = new SlaClocks(List.of());

    public SlaClocks {
        long surplus = all.stream().filter(clock -> !clock.isOpen()).count() - MAX_ENDED;
        List<SlaClock> kept = new ArrayList<>(all);
        for (SlaClock clock : all) {
            if (surplus > 0 && !clock.isOpen()) {
                kept.remove(clock);
                surplus--;
            }
        }
        all = List.copyOf(kept);
    }

    /** The open clock of a kind. */
    public Optional<SlaClock> open(SlaKind kind) {
        return all.stream()
                .filter(clock -> clock.kind() == kind && clock.isOpen())
                .findFirst();
    }

    /** All open clocks, soonest due first: the next promises with their due dates. */
    public List<SlaClock> open() {
        return all.stream()
                .filter(SlaClock::isOpen)
                .sorted(Comparator.comparing(SlaClock::dueAt))
                .toList();
    }

    /** The due date of an open promise; null if there is none or while it is paused. */
    public @Nullable Instant dueAt(SlaKind kind) {
        return open(kind)
                .filter(clock -> !clock.isPaused())
                .map(SlaClock::dueAt)
                .orElse(null);
    }

    /** The instant of the next step on any clock; null if there is none. */
    public @Nullable Instant nextAt() {
        return all.stream()
                .map(SlaClock::nextAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The same clocks with this one added, or in place of the open clock of its kind. */
    SlaClocks with(SlaClock changed) {
        List<SlaClock> next = new ArrayList<>(all);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).kind() == changed.kind() && next.get(i).isOpen()) {
                next.set(i, changed);
                return new SlaClocks(next);
            }
        }
        next.add(changed);
        return new SlaClocks(next);
    }
}
