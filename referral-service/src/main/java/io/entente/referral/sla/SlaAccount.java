package io.entente.referral.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows how promises were kept in a period. It counts clocks one by one as they come from the store and uses constant memory,
 * except for one number per response time.
 */
public final class SlaAccount {

    /** The maximum number of response times that are counted, 4 bytes each. Beyond that, the median and p90 refer to the first ones. */
    public static final int MAX_RESPONSES = 1_000_000;

    private final Instant from;
    private final Instant to;
    private final Map<SlaKind, Map<SlaState, Long>> ended = new EnumMap<>(SlaKind.class);
    private int[] responseSeconds = new int[64];
    private int responses;

    /** @param to exclusive */
    public SlaAccount(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** Promises of one kind that ended, either kept in time or not. Those cancelled in time count as neither. */
    public record Kept(long met, long breached) {

        /** The share of promises kept in time, from 0 to 1; empty if no promise ended. */
        public Optional<Double> metRate() {
            return met + breached == 0 ? Optional.empty() : Optional.of((double) met / (met + breached));
        }
    }

    /** Counts a clock if it ended in the period. */
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

    /** All kinds together. */
    public Kept keptInAll() {
        return Stream.of(SlaKind.values())
                .map(this::kept)
                .reduce(new Kept(0, 0), (a, b) -> new Kept(a.met() + b.met(), a.breached() + b.breached()));
    }

    /**
     * The time within which a given share of the responses came, in wall time, as the partner waited.
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
