package io.entente.partner.onboarding.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the checklists. */
public record OnboardingPolicies(List<OnboardingPolicy> versions) {

    public OnboardingPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(OnboardingPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public OnboardingPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No checklist is in force on " + day));
    }
}
