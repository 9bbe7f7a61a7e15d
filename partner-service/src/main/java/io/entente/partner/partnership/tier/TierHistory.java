package io.entente.partner.partnership.tier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a partner by day. What has begun is never changed, and at most one change is decided for a later day.
 *
 * @param periods the oldest first, and at least one; only the first may have no day
 */
public record TierHistory(List<TierPeriod> periods) {

    /** The most periods that are kept. Past it, the oldest one is forgotten. */
    public static final int MAX_PERIODS = 100;

    public TierHistory {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("A partner has at least one tier");
        }
        periods = List.copyOf(periods.subList(Math.max(0, periods.size() - MAX_PERIODS), periods.size()));
    }

    /** A partner that has always been in one tier. */
    public static TierHistory always(Tier tier) {
        return new TierHistory(List.of(new TierPeriod(tier, null)));
    }

    /** The tier on a day. Before its first change, a partner was in its first tier. */
    public Tier on(LocalDate day) {
        return periods.stream()
                .filter(period -> period.hasBegun(day))
                .reduce((earlier, later) -> later)
                .orElse(periods.get(0))
                .tier();
    }

    /** The first day of the tier that the partner has on a day; null if it has always had it. */
    public @Nullable LocalDate since(LocalDate day) {
        return periods.stream()
                .filter(period -> period.hasBegun(day))
                .reduce((earlier, later) -> later)
                .map(TierPeriod::effectiveOn)
                .orElse(null);
    }

    /** The change that is decided and hasn't begun on a day. */
    public Optional<TierPeriod> pending(LocalDate today) {
        return Optional.of(latest()).filter(last -> !last.hasBegun(today));
    }

    /** What was decided last. */
    public TierPeriod latest() {
        return periods.get(periods.size() - 1);
    }

    /** Decides another tier from a later day on. It takes the place of a change that hasn't begun. */
    public TierHistory with(Tier tier, LocalDate effectiveOn, LocalDate today) {
        List<TierPeriod> kept = new ArrayList<>(periods);
        pending(today).ifPresent(kept::remove);
        if (kept.get(kept.size() - 1).tier() != tier) {
            kept.add(new TierPeriod(tier, effectiveOn));
        }
        return new TierHistory(kept);
    }

    /**
     * A tier until the next period begins.
     *
     * @param effectiveOn its first day; null if it is the tier that the partner began with
     */
    public record TierPeriod(Tier tier, @Nullable LocalDate effectiveOn) {

        boolean hasBegun(LocalDate day) {
            return effectiveOn == null || !effectiveOn.isAfter(day);
        }
    }
}
