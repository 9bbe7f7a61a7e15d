package io.entente.referral.sla.promises;

import io.entente.referral.sla.SlaAccount.Kept;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the firm kept its promises to one partner in a period. A promise counts as met at the time at which it was kept, and as
 * breached at its due date, whether it was kept later or not. A promise that was dropped in time counts as neither. Besides the
 * time of each answer, and the identity of each referral, the record takes constant memory.
 */
public final class PromiseRecord {

    /** The maximum number of breaches that are listed, the latest ones. */
    public static final int MAX_BREACHES = 50;

    private static final Comparator<Breach> EARLIEST_FIRST =
            Comparator.comparing(Breach::dueAt).thenComparing(Breach::referralId);

    private final Instant from;
    private final Instant to;
    private final Set<String> referrals = new HashSet<>();
    private final Map<SlaKind, Kept> kept = new EnumMap<>(SlaKind.class);
    private final PriorityQueue<Breach> breaches = new PriorityQueue<>(EARLIEST_FIRST);
    private final List<Integer> answerSeconds = new ArrayList<>();

    /** @param to exclusive */
    public PromiseRecord(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A promise that was not kept by its due date.
     *
     * @param endedAt when it was kept after all, or when it was no longer owed; absent while it is open
     */
    public record Breach(
            String referralId, String client, String service, SlaKind kind, Instant dueAt, @Nullable Instant endedAt) {}

    /** Counts the promises on a referral, once. What the partner itself owes doesn't count. */
    public void add(PromisedReferral referral) {
        if (referrals.add(referral.referralId())) {
            referral.clocks().stream()
                    .filter(clock -> clock.kind() != SlaKind.PARTNER_FOLLOW_UP)
                    .forEach(clock -> add(referral, clock));
        }
    }

    private void add(PromisedReferral referral, SlaClock clock) {
        Instant endedAt = clock.endedAt();
        boolean endedInPeriod = endedAt != null && isInPeriod(endedAt);
        if (clock.state() == SlaState.MET && endedInPeriod) {
            count(clock.kind(), 1, 0);
        }
        if (clock.state() == SlaState.BREACHED && isInPeriod(clock.dueAt())) {
            count(clock.kind(), 0, 1);
            list(new Breach(
                    referral.referralId(),
                    referral.client(),
                    referral.service(),
                    clock.kind(),
                    clock.dueAt(),
                    endedAt));
        }
        boolean isAnswer =
                clock.state() == SlaState.MET || (clock.state() == SlaState.BREACHED && referral.isAnswered(clock));
        if (clock.kind() == SlaKind.RESPONSE && endedInPeriod && isAnswer) {
            clock.took().ifPresent(took -> answerSeconds.add((int) Math.min(Integer.MAX_VALUE, took.toSeconds())));
        }
    }

    private boolean isInPeriod(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private void count(SlaKind kind, int met, int breached) {
        kept.merge(kind, new Kept(met, breached), PromiseRecord::sum);
    }

    private void list(Breach breach) {
        breaches.add(breach);
        if (breaches.size() > MAX_BREACHES) {
            breaches.remove();
        }
    }

    private static Kept sum(Kept one, Kept other) {
        return new Kept(one.met() + other.met(), one.breached() + other.breached());
    }

    public Kept kept(SlaKind kind) {
        return kept.getOrDefault(kind, new Kept(0, 0));
    }

    public Kept keptInAll() {
        return Stream.of(SlaKind.values()).map(this::kept).reduce(new Kept(0, 0), PromiseRecord::sum);
    }

    /** The latest breaches, latest first. */
    public List<Breach> breaches() {
        return breaches.stream().sorted(EARLIEST_FIRST.reversed()).toList();
    }

    /** The number of answers in the period, in time or late. */
    public int answered() {
        return answerSeconds.size();
    }

    /**
     * The elapsed time from the submission to the answer that half of the answers didn't exceed (nearest rank); empty if there was no
     * answer. Nights, weekends and the time in which the firm waited for the partner are included.
     */
    public Optional<Duration> medianAnswer() {
        if (answerSeconds.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> sorted = new ArrayList<>(answerSeconds);
        Collections.sort(sorted);
        return Optional.of(Duration.ofSeconds(sorted.get((sorted.size() - 1) / 2)));
    }
}
