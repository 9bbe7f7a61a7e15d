package io.entente.commission.plans.changes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the terms for changes of plans. */
public record PlanPolicies(List<PlanPolicy> versions) {

    public PlanPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(PlanPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public PlanPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No terms for changes of plans are in force on " + day));
    }
}
