package io.entente.platform.domain.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All versions of a policy.
 *
 * @param subject what the policy contains, in the plural and for people, such as {@code terms for payouts}
 * @param versions the oldest first
 */
public record PolicyVersions<P extends PolicyVersion>(String subject, List<P> versions) {

    public PolicyVersions {
        versions = versions.stream()
                .sorted(Comparator.comparing(PolicyVersion::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public P on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No %s are in force on %s".formatted(subject, day)));
    }
}
