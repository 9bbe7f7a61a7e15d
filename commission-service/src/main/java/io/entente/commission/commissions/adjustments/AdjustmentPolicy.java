package io.entente.commission.commissions.adjustments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Defines above which amounts an adjustment needs the approval of a second person. The figure that counts is the sum of all
 * adjustments of a partner in the days before, whoever asked for them, so a large adjustment can't be split into small
 * ones. The policy is data of the program. Each version is in force from a day on.
 */
public record AdjustmentPolicy(List<Version> versions) {

    /** The time for which a partner's adjustments are added up. */
    public static final Duration WINDOW = Duration.ofDays(30);

    /** If a partner has more adjustments than this within {@link #WINDOW}, each further one needs a second person. */
    public static final int MAX_ALONE = 200;

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

    /**
     * Whether an adjustment that is requested on a day needs a second person.
     *
     * @param sum its amount and those of the partner's other adjustments within {@link #WINDOW}, each without its sign
     */
    public boolean needsSecondPerson(Money sum, LocalDate on) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(on))
                .max(Comparator.comparing(Version::effectiveFrom))
                .map(version ->
                        version.secondPersonAbove().get(sum.getCurrencyUnit().getCode()))
                .map(threshold -> sum.getAmount().compareTo(threshold) > 0)
                .orElse(true);
    }
}
