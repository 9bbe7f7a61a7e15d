package io.entente.commission.commissions.adjustments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Above which amounts somebody's correction of a commission needs a second person: the program's data, in versions, each in
 * force from a day on.
 */
public record AdjustmentPolicy(List<Version> versions) {

    public AdjustmentPolicy {
        versions = List.copyOf(versions);
    }

    /** @param secondPersonAbove by currency; one that isn't named needs a second person always */
    public record Version(LocalDate effectiveFrom, Map<String, BigDecimal> secondPersonAbove) {

        public Version {
            secondPersonAbove = Map.copyOf(secondPersonAbove);
        }
    }

    /** Whether a correction asked for on a day needs a second person, in whosever favour it is. */
    public boolean needsSecondPerson(Money amount, LocalDate on) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(on))
                .max(Comparator.comparing(Version::effectiveFrom))
                .map(version ->
                        version.secondPersonAbove().get(amount.getCurrencyUnit().getCode()))
                .map(threshold -> amount.getAmount().abs().compareTo(threshold) > 0)
                .orElse(true);
    }
}
