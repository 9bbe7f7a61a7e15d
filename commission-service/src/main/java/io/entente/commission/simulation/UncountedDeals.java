package io.entente.commission.simulation;

import io.entente.commission.plans.inputs.Fraction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The deals that count for tiers as less than one under a draft plan, by year. Deals that count as one take no memory. */
final class UncountedDeals {

    private record Uncounted(int year, BigDecimal missing) {}

    private final Map<String, Uncounted> deals = new HashMap<>();
    private final Map<Integer, BigDecimal> years = new HashMap<>();

    void add(String dealId, int year, Fraction counts) {
        BigDecimal missing = BigDecimal.ONE.subtract(counts.value());
        if (missing.signum() != 0) {
            deals.put(dealId, new Uncounted(year, missing));
            years.merge(year, missing, BigDecimal::add);
        }
    }

    /** Moves a deal to another year, or out of all years if it doesn't count any more. */
    void move(String dealId, int year, boolean counts) {
        Uncounted known = deals.remove(dealId);
        if (known == null) {
            return;
        }
        years.merge(known.year(), known.missing().negate(), BigDecimal::add);
        if (counts) {
            deals.put(dealId, new Uncounted(year, known.missing()));
            years.merge(year, known.missing(), BigDecimal::add);
        }
    }

    /** By how much the deals of a year count less than their number. */
    BigDecimal in(int year) {
        return years.getOrDefault(year, BigDecimal.ZERO);
    }
}
