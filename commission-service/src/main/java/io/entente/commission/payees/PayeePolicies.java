package io.entente.commission.payees;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the terms for payees. */
public record PayeePolicies(List<PayeePolicy> versions) {

    public PayeePolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(PayeePolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public PayeePolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No terms for payees are in force on " + day));
    }
}
