package io.entente.commission.commissions.adjustments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Defines above which amounts an adjustment needs the approval of a second person. The policy is data of the
 * program. Each version is in force from a day on.
 */
public record AdjustmentPolicy(List<Version> versions) {

    public AdjustmentPolicy {
        versions = List.copyOf(versions);
    }

    /**
     * One version of the policy.
     *
     * @param secondPersonAbove amounts by currency; an adjustment in any other currency always needs a second person
     */
    public record Version(LocalDate effectiveFrom, Map<String, BigDecimal> secondPersonAbove) {

        public Version {
            secondPersonAbove = Map.copyOf(secondPersonAbove);
        }
    }

    /** Whether an adjustment that is requested on a day needs a second person, whether it adds or takes away. */
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
