package io.entente.partner.qualification.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of how partners are qualified. */
public record QualificationPolicies(List<QualificationPolicy> versions) {

    public QualificationPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(QualificationPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public QualificationPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No criteria are in force on " + day));
    }
}
