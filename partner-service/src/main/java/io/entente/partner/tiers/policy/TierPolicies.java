package io.entente.partner.tiers.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the rules for tiers. */
public record TierPolicies(List<TierPolicy> versions) {

    public TierPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(TierPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public TierPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No rules for tiers are in force on " + day));
    }
}
