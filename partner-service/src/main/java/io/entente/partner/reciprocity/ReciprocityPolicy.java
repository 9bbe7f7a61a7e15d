package io.entente.partner.reciprocity;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;

/**
 * The program's rules for reciprocity.
 *
 * @param effectiveFrom the day from which this version applies
 * @param returnWithinDays by when whoever got a referral is to refer a client in return, in days
 * @param weights the most points of each reason to suggest a partner
 */
public record ReciprocityPolicy(long version, LocalDate effectiveFrom, int returnWithinDays, Weights weights)
        implements PolicyVersion {

    public ReciprocityPolicy {
        if (returnWithinDays < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for reciprocity needs at least one day to return a referral"
                            .formatted(version));
        }
    }

    /**
     * The most points of each reason.
     *
     * @param owed if the firm owes as many referrals as {@code owedAtMost}; fewer count in proportion
     * @param overdue if one of them is overdue
     */
    public record Weights(
            int territory,
            int industry,
            int language,
            int owed,
            int owedAtMost,
            int overdue,
            int responsiveness,
            int satisfaction) {}

    /** The day by which a referral of a day is to be returned. */
    public LocalDate dueOn(LocalDate day) {
        return day.plusDays(returnWithinDays);
    }
}
