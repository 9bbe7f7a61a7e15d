package io.entente.partner.tiers.policy;

import io.entente.partner.partnership.tier.Tier;
import java.time.LocalDate;

/**
 * The program's rules for tiers.
 *
 * @param effectiveFrom the day from which this version applies
 * @param promotionNoticeDays days between the decision of a promotion and its first day. At least 1, because deals are priced by the tier of
 *     the day on which they close
 * @param demotionNoticeDays days between the decision of a demotion and its first day, at least 1
 */
public record TierPolicy(long version, LocalDate effectiveFrom, int promotionNoticeDays, int demotionNoticeDays) {

    public TierPolicy {
        if (promotionNoticeDays < 1 || demotionNoticeDays < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for tiers needs at least one day of notice".formatted(version));
        }
    }

    /** The earliest first day of another tier that is decided today. */
    public LocalDate earliest(Tier from, Tier to, LocalDate today) {
        return today.plusDays(to.isAbove(from) ? promotionNoticeDays : demotionNoticeDays);
    }
}
