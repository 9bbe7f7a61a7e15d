package io.entente.referral.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How promises were kept in a period: counted clock by clock as they come from the store, in constant memory but for the
 * response times, of which there is one number each.
 */
public final class SlaAccount {

    /** Response times counted, 4 bytes each; past it the median and p90 are of the first so many. */
    public static final int MAX_RESPONSES = 1_000_000;

    private final Instant from;
    private final Instant to;
    private final Map<SlaKind, Kept> byKind = new EnumMap<>(SlaKind.class);
    private int[] responseSeconds = new int[64];
    private int responses;

    /** @param to itself not included */
    public SlaAccount(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        for (SlaKind kind : SlaKind.values()) {
            byKind.put(kind, new Kept(0, 0));
        }
    }

    /** Promises of one kind that came to an end: kept in time, or not. Those cancelled in time count as neither. */
    public record Kept(long met, long breached) {

        /** From 0 to 1; empty where there was none. */
        public Optional<Double> metRate() {
            return met + breached == 0 ? Optional.empty() : Optional.of((double) met / (met + breached));
        }

        Kept and(SlaState state) {
            return new Kept(met + (state == SlaState.MET ? 1 : 0), breached + (state == SlaState.BREACHED ? 1 : 0));
        }
    }

    /** Counts a clock, where it ended in the period. */
    public void add(SlaClock clock) {
        Instant end = clock.endedAt();
        if (end == null || end.isBefore(from) || !end.isBefore(to)) {
            return;
        }
        byKind.computeIfPresent(clock.kind(), (kind, kept) -> kept.and(clock.state()));
        if (clock.kind() == SlaKind.RESPONSE) {
            clock.took().ifPresent(this::addResponse);
        }
    }

    public Kept kept(SlaKind kind) {
        return byKind.getOrDefault(kind, new Kept(0, 0));
    }

    /** Of all kinds together. */
    public Kept keptInAll() {
        return byKind.values().stream()
                .reduce(new Kept(0, 0), (a, b) -> new Kept(a.met() + b.met(), a.breached() + b.breached()));
    }

    /**
     * How long answers took, in wall time as the partner waited: the shortest time within which this part of them came.
     *
     * @param part above 0, at most 1; nearest rank
     */
    public Optional<Duration> responseTime(double part) {
        if (responses == 0) {
            return Optional.empty();
        }
        int[] sorted = Arrays.copyOf(responseSeconds, responses);
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(part * responses));
        return Optional.of(Duration.ofSeconds(sorted[rank - 1]));
    }

    private void addResponse(Duration took) {
        if (responses == MAX_RESPONSES) {
            return;
        }
        if (responses == responseSeconds.length) {
            responseSeconds = Arrays.copyOf(responseSeconds, 2 * responses);
        }
        responseSeconds[responses++] = (int) Math.min(Integer.MAX_VALUE, took.toSeconds());
    }
}
