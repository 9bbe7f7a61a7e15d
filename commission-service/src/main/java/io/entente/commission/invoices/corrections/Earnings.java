package io.entente.commission.invoices.corrections;

import io.entente.commission.statements.Quarter;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What a commission earned in each quarter, minus what later quarters took back from it. An amount is taken back from the quarter that
 * earned something last, and the rest from the quarters before, because each can take back no more than it invoiced.
 */
public final class Earnings {

    static final Comparator<Quarter> BY_DAY = Comparator.comparing(Quarter::startsOn);

    private final NavigableMap<Quarter, Money> left = new TreeMap<>(BY_DAY);

    /**
     * Adds the next quarter and returns what its statement invoices: its own amount if it earned something, or, if it took something
     * back, amounts below zero, each with the quarter that had earned it.
     *
     * @param change what the quarter earned, minus what it took back
     */
    public SortedMap<Quarter, Money> next(Quarter quarter, Money change) {
        SortedMap<Quarter, Money> parts = new TreeMap<>(BY_DAY);
        if (change.isPositive()) {
            left.put(quarter, change);
            parts.put(quarter, change);
            return parts;
        }
        Money rest = change.negated();
        while (rest.isPositive() && !left.isEmpty()) {
            Map.Entry<Quarter, Money> last = left.lastEntry();
            Money taken = rest.isGreaterThan(last.getValue()) ? last.getValue() : rest;
            parts.put(last.getKey(), taken.negated());
            rest = rest.minus(taken);
            left.put(last.getKey(), last.getValue().minus(taken));
            left.values().removeIf(Money::isZero);
        }
        if (rest.isPositive()) {
            parts.put(quarter, rest.negated());
        }
        return parts;
    }
}
