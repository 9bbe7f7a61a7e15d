package io.entente.commission.invoices;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the terms for invoices. */
public record InvoicePolicies(List<InvoicePolicy> versions) {

    public InvoicePolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(InvoicePolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public InvoicePolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No terms for invoices are in force on " + day));
    }
}
