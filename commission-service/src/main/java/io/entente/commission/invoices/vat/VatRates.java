package io.entente.commission.invoices.vat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rates that the program knows, from the policy file {@code vat-rates.json}. */
public record VatRates(List<VatRate> all) {

    public VatRates {
        all = all.stream().sorted(Comparator.comparing(VatRate::effectiveFrom)).toList();
    }

    /** What is in force in a country on a day. */
    public Optional<VatRate> of(String country, LocalDate day) {
        return all.stream()
                .filter(rate ->
                        rate.country().equals(country) && !rate.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    public boolean isInEu(String country) {
        return all.stream().anyMatch(rate -> rate.eu() && rate.country().equals(country));
    }
}
