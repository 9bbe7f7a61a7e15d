package io.entente.commission.payouts.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the terms for payouts. */
public record PayoutPolicies(List<PayoutPolicy> versions) {

    public PayoutPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(PayoutPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public PayoutPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No terms for payouts are in force on " + day));
    }
}
