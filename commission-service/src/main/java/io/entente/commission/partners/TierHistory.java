package io.entente.commission.partners;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a partner by day, those that are decided for later days included.
 *
 * @param periods the oldest first, and at least one
 */
public record TierHistory(List<TierPeriod> periods) {

    public TierHistory {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("A partner has at least one tier");
        }
        periods =
                periods.stream().sorted(Comparator.comparing(TierPeriod::since)).toList();
    }

    /** A partner that has always been in one tier. */
    public static TierHistory always(Tier tier) {
        return new TierHistory(List.of(new TierPeriod(tier, null)));
    }

    /** The tier on a day. Before its first change, a partner was in its first tier. */
    public Tier on(LocalDate day) {
        Tier reached = periods.get(0).tier();
        for (TierPeriod period : periods) {
            if (period.since().isAfter(day)) {
                return reached;
            }
            reached = period.tier();
        }
        return reached;
    }

    /** Every tier that the partner has on some day. */
    public Set<Tier> all() {
        return periods.stream().map(TierPeriod::tier).collect(Collectors.toSet());
    }

    /**
     * A tier until the next period begins.
     *
     * @param effectiveOn its first day; null if it is the tier that the partner began with
     */
    public record TierPeriod(Tier tier, @Nullable LocalDate effectiveOn) {

        LocalDate since() {
            return effectiveOn == null ? LocalDate.MIN : effectiveOn;
        }
    }
}
