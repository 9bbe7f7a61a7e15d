package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of what the program promises, to whom, and who hears when it is late: policy data. A clock keeps the version
 * that set it; a later version is for later clocks.
 *
 * @param effectiveFrom clocks that start from then on are set by it
 * @param tiers of partners that it is for; empty for all that no other policy names
 * @param within how long the promise gives
 * @param calendar whose working hours count; null where every hour does
 * @param reminders percent of the time after which the owner is reminded, ascending, 1 to 99
 * @param owner role of who has to keep it; {@link #PARTNER} for the referral's partner
 * @param escalations who hears after the breach, in order
 */
public record SlaPolicy(
        String code,
        int version,
        Instant effectiveFrom,
        SlaKind kind,
        Direction direction,
        Set<Tier> tiers,
        Duration within,
        @Nullable String calendar,
        List<Integer> reminders,
        String owner,
        List<Escalation> escalations) {

    /** The owner's role that stands for the referral's partner itself. */
    public static final String PARTNER = "partner";

    public static final int MAX_REMINDERS = 10;
    /** As many levels as the wire takes. */
    public static final int MAX_ESCALATIONS = 10;
    /** In time of the policy: a year of working hours is far more than a year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public SlaPolicy {
        tiers = Set.copyOf(tiers);
        reminders = reminders.stream().sorted().distinct().toList();
        escalations = escalations.stream()
                .sorted(Comparator.comparing(Escalation::after))
                .toList();
    }

    /**
     * Who gets it when it is late and still open.
     *
     * @param after the breach, in the policy's time
     * @param to a role, as the owner's
     */
    public record Escalation(Duration after, String to) {}

    public PolicyRef ref() {
        return new PolicyRef(code, version);
    }

    boolean isFor(SlaKind aKind, Direction aDirection, Tier tier) {
        return kind == aKind && direction == aDirection && (tiers.isEmpty() || tiers.contains(tier));
    }

    /** Whether both would set the same clock, and neither is more specific. */
    boolean competesWith(SlaPolicy other) {
        Set<Tier> both = new HashSet<>(tiers);
        both.retainAll(other.tiers);
        return !code.equals(other.code)
                && kind == other.kind
                && direction == other.direction
                && (!both.isEmpty() || (tiers.isEmpty() && other.tiers.isEmpty()));
    }

    /** The same promise, whatever its version and since when. */
    public boolean saysTheSameAs(SlaPolicy other) {
        return equals(other.atVersion(version, effectiveFrom));
    }

    SlaPolicy atVersion(int number, Instant from) {
        return new SlaPolicy(
                code, number, from, kind, direction, tiers, within, calendar, reminders, owner, escalations);
    }

    /** All that happens on a clock that nobody stops, as it is started at a time. */
    List<SlaStep> steps(Instant startedAt, WorkTime time, Owners owners) {
        Instant dueAt = time.plus(startedAt, within);
        Stream<SlaStep> reminding = reminders.stream()
                .map(percent -> SlaStep.reminder(
                        percent,
                        time.plus(startedAt, within.multipliedBy(percent).dividedBy(100))));
        Stream<SlaStep> escalating = Stream.iterate(0, i -> i < escalations.size(), i -> i + 1)
                .map(i -> SlaStep.escalation(
                        i + 1,
                        time.plus(dueAt, escalations.get(i).after()),
                        owners.of(escalations.get(i).to())));
        return Stream.of(reminding, Stream.of(SlaStep.breach(dueAt)), escalating)
                .flatMap(steps -> steps)
                .toList();
    }
}
