package io.entente.referral.sla;

import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.calendar.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a promise: policy data. It defines to whom the promise applies and who is informed if it is late. A clock
 * keeps the version that started it; a later version applies to later clocks.
 *
 * @param effectiveFrom the policy applies to clocks that start from then on
 * @param tiers the tiers of partners that it applies to; empty for all tiers that no other policy names
 * @param within how long the promise allows
 * @param calendar the calendar whose working hours count; null if every hour counts
 * @param reminders percentages of the time after which the owner is reminded, ascending, 1 to 99
 * @param owner the role that has to keep the promise; {@link #PARTNER} for the referral's partner
 * @param escalations who is informed after the breach, in order
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

    /** The role that means the referral's partner itself. */
    public static final String PARTNER = "partner";

    public static final int MAX_REMINDERS = 10;
    /** The maximum number of levels that the wire format allows. */
    public static final int MAX_ESCALATIONS = 10;
    /** In the policy's time. A year of working hours is much longer than a calendar year. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public SlaPolicy {
        tiers = Set.copyOf(tiers);
        reminders = reminders.stream().sorted().distinct().toList();
        escalations = escalations.stream()
                .sorted(Comparator.comparing(Escalation::after))
                .toList();
    }

    /**
     * Who receives the promise while it is late and still open.
     *
     * @param after the breach, in the policy's time
     * @param to a role, as for the owner
     */
    public record Escalation(Duration after, String to) {}

    public PolicyRef ref() {
        return new PolicyRef(code, version);
    }

    boolean isFor(SlaKind aKind, Direction aDirection, Tier tier) {
        return kind == aKind && direction == aDirection && (tiers.isEmpty() || tiers.contains(tier));
    }

    /** Whether both policies would apply to the same clock and neither is more specific. */
    boolean competesWith(SlaPolicy other) {
        Set<Tier> both = new HashSet<>(tiers);
        both.retainAll(other.tiers);
        return !code.equals(other.code)
                && kind == other.kind
                && direction == other.direction
                && (!both.isEmpty() || (tiers.isEmpty() && other.tiers.isEmpty()));
    }

    /** Whether the promise is the same, apart from its version and its start. */
    public boolean saysTheSameAs(SlaPolicy other) {
        return equals(other.atVersion(version, effectiveFrom));
    }

    SlaPolicy atVersion(int number, Instant from) {
        return new SlaPolicy(
                code, number, from, kind, direction, tiers, within, calendar, reminders, owner, escalations);
    }

    /**
     * All steps of a clock that starts at a given time and is never stopped.
     *
     * @param agreed the due date, by which the reminders are placed; null if the policy's time counts
     */
    List<SlaStep> steps(Instant startedAt, @Nullable Instant agreed, WorkTime time, Owners owners) {
        Instant dueAt = agreed == null ? time.plus(startedAt, within) : agreed;
        Duration length = agreed == null ? within : time.between(startedAt, agreed);
        // Until a due date before the next working hour there is no time for a reminder.
        Stream<SlaStep> reminding = (length.isZero() ? List.<Integer>of() : reminders)
                .stream()
                        .map(percent -> SlaStep.reminder(
                                percent,
                                time.plus(
                                        startedAt, length.multipliedBy(percent).dividedBy(100))));
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
