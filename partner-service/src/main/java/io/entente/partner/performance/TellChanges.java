package io.entente.partner.performance;

import io.entente.partner.performance.PartnerFacts.Changed;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells the listeners which partners have other facts, so that they compute their figures again. A run costs what has changed. A change
 * is stored with the fact, so none is missed.
 */
public final class TellChanges {

    private static final int MAX_AT_ONCE = 500;

    private final PartnerFacts facts;
    private final List<PerformanceListener> listeners;

    /** @param listeners in the order in which they are told */
    public TellChanges(PartnerFacts facts, List<PerformanceListener> listeners) {
        this.facts = facts;
        this.listeners = List.copyOf(listeners);
    }

    /** Several instances can run it at the same time. */
    public void run() {
        List<Changed> changed = facts.changed(MAX_AT_ONCE);
        while (!changed.isEmpty()) {
            Map<String, Set<YearMonth>> months = new TreeMap<>();
            changed.forEach(fact -> months.computeIfAbsent(fact.partnerId(), partner -> new TreeSet<>())
                    .addAll(fact.months()));
            months.forEach((partner, all) -> listeners.forEach(listener -> listener.changed(partner, all)));
            facts.settle(changed);
            changed = facts.changed(MAX_AT_ONCE);
        }
    }
}
