package io.entente.partner.alerts;

import io.entente.platform.domain.policy.PolicyVersion;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * When alerts are raised.
 *
 * @param effectiveFrom the day from which this version applies
 * @param silenceDays days without a referral in either direction and without engagement
 * @param repeatDays days after which an alert that somebody has closed may be raised again
 */
public record AlertPolicy(
        long version,
        LocalDate effectiveFrom,
        FallingSatisfaction fallingSatisfaction,
        int silenceDays,
        OneSidedFlow oneSidedFlow,
        Concentration concentration,
        int repeatDays)
        implements PolicyVersion {

    /** The most months that are looked at. */
    static final int MAX_MONTHS = 60;

    public AlertPolicy {
        if (silenceDays < 1
                || fallingSatisfaction.months() < 1
                || 2 * fallingSatisfaction.months() > MAX_MONTHS
                || oneSidedFlow.months() < 1
                || oneSidedFlow.months() > MAX_MONTHS) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for alerts needs days above zero and at most %d months"
                            .formatted(version, MAX_MONTHS));
        }
    }

    /**
     * The ratings of some months against those of as many before.
     *
     * @param points by how much the average falls at least
     * @param leastRatings how many ratings both averages need
     */
    public record FallingSatisfaction(int months, BigDecimal points, int leastRatings) {}

    /**
     * Referrals in one direction only.
     *
     * @param leastReferrals how many there are at least
     */
    public record OneSidedFlow(int months, int leastReferrals) {}

    /**
     * The share of the revenue of the last four quarters.
     *
     * @param partners how many partners are counted
     * @param share from which share in per cent on
     */
    public record Concentration(int partners, BigDecimal share) {}
}
