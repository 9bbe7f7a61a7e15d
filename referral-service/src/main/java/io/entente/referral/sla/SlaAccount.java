package io.entente.referral.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How promises were kept in a period: counted clock by clock as they come from the store, in constant memory but for the
 * response times, of which there is one number each.
 */
public final class SlaAccount {

    /** Response times counted, 4 bytes each; past it the median and p90 are of the first so many. */
    public static final int MAX_RESPONSES = 1_000_000;

    private final Instant from;
    private final Instant to;
    private final Map<SlaKind, Map<SlaState, Long>> ended = new EnumMap<>(SlaKind.class);
    private int[] responseSeconds = new int[64];
    private int responses;

    /** @param to itself not included */
    public SlaAccount(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Promises of one kind that came to an end: kept in time, or not. Those cancelled in time count as neither. */
    public record Kept(long met, long breached) {

        /** From 0 to 1; empty where there was none. */
        public Optional<Double> metRate() {
            return met + breached == 0 ? Optional.empty() : Optional.of((double) met / (met + breached));
        }
    }

    /** Counts a clock, where it ended in the period. */
    public void add(SlaClock clock) {
        Instant end = clock.endedAt();
        if (end == null || end.isBefore(from) || !end.isBefore(to)) {
            return;
        }
        ended.computeIfAbsent(clock.kind(), kind -> new EnumMap<>(SlaState.class))
                .merge(clock.state(), 1L, Long::sum);
        if (clock.kind() == SlaKind.RESPONSE) {
            clock.took().ifPresent(this::addResponse);
        }
    }

    public Kept kept(SlaKind kind) {
        return new Kept(ended(kind, SlaState.MET), ended(kind, SlaState.BREACHED));
    }

    /** How many clocks of a kind ended in a state: {@code MET}, {@code BREACHED} or {@code CANCELLED}. */
    public long ended(SlaKind kind, SlaState state) {
        return ended.getOrDefault(kind, Map.of()).getOrDefault(state, 0L);
    }

    /** Of all kinds together. */
    public Kept keptInAll() {
        return Stream.of(SlaKind.values())
                .map(this::kept)
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
