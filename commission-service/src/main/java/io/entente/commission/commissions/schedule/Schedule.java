package io.entente.commission.commissions.schedule;

import io.entente.commission.commissions.Portion;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * The amounts of a commission by the day on which they become payable. It follows from the deal, its plan and the facts that
 * count, and not from when they were recorded.
 *
 * @param none zero in the currency of the commission
 * @param dues amounts above zero
 */
public record Schedule(Money none, NavigableMap<LocalDate, Money> dues) {

    /** Creates a schedule without amounts. */
    public static Schedule empty(Money none) {
        return new Schedule(none, new TreeMap<>());
    }

    /** Returns the days of portions. */
    public static Schedule of(Money none, Collection<Portion> portions) {
        Schedule schedule = empty(none);
        for (Portion portion : portions) {
            schedule = schedule.plus(portion.dueOn(), portion.amount());
        }
        return schedule;
    }

    /** Returns this schedule with a further amount; zero changes nothing. */
    public Schedule plus(LocalDate on, Money amount) {
        NavigableMap<LocalDate, Money> more = new TreeMap<>(dues);
        if (!amount.isZero()) {
            more.merge(on, amount, Money::plus);
        }
        return new Schedule(none, more);
    }

    /** Returns this schedule without what exceeds an amount. The latest days lose first. */
    public Schedule atMost(Money most) {
        Schedule left = empty(none);
        Money rest = most;
        for (Map.Entry<LocalDate, Money> due : dues.entrySet()) {
            Money part = due.getValue().isGreaterThan(rest) ? rest : due.getValue();
            left = left.plus(due.getKey(), part);
            rest = rest.minus(part);
        }
        return left;
    }

    /** Returns what this schedule has on each day beyond another one, in the order of the days. */
    public Map<LocalDate, Money> beyond(Schedule other) {
        Map<LocalDate, Money> more = new LinkedHashMap<>();
        dues.forEach((day, amount) -> {
            Money gap = amount.minus(other.dues.getOrDefault(day, none));
            if (gap.isPositive()) {
                more.put(day, gap);
            }
        });
        return more;
    }

    public Money total() {
        return dues.values().stream().reduce(none, Money::plus);
    }
}
