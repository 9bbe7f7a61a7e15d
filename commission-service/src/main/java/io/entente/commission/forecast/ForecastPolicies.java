package io.entente.commission.forecast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** All versions of the assumptions of forecasts. */
public record ForecastPolicies(List<ForecastPolicy> versions) {

    public ForecastPolicies {
        versions = versions.stream()
                .sorted(Comparator.comparing(ForecastPolicy::effectiveFrom))
                .toList();
    }

    /** The version in force on a day. */
    public ForecastPolicy on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No assumptions of forecasts are in force on " + day));
    }
}
