package io.entente.commission.statements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the terms for statements. */
public record StatementPolicies(List<StatementPolicy> versions) {

    public StatementPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(StatementPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public StatementPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No terms for statements are in force on " + day));
    }
}
