package io.entente.partner.agreements.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the rules for agreements. */
public record AgreementPolicies(List<AgreementPolicy> versions) {

    public AgreementPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(AgreementPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public AgreementPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No rules for agreements are in force on " + day));
    }
}
