package io.entente.partner.tiers.policy;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program's rules for tiers.
 *
 * @param effectiveFrom the day from which this version applies
 * @param promotionNoticeDays days between the decision of a promotion and its first day. At least 1, because deals are priced by the tier of
 *     the day on which they close
 * @param demotionNoticeDays days between the decision of a demotion and its first day, at least 1
 * @param windowDays how many days a deal, a rating or a promise counts
 * @param settlingDays days for which nobody is proposed for a demotion after its tier has begun
 * @param repeatDays days after which a change that was declined may be proposed again
 * @param twoPersonsFrom the lowest tier into which a partner is promoted by two persons; null if one person decides each change
 * @param tiers the rule of each tier; the lowest one asks for nothing
 */
public record TierPolicy(
        long version,
        LocalDate effectiveFrom,
        int promotionNoticeDays,
        int demotionNoticeDays,
        int windowDays,
        int settlingDays,
        int repeatDays,
        @Nullable Tier twoPersonsFrom,
        List<TierRule> tiers)
        implements PolicyVersion {

    public TierPolicy {
        if (promotionNoticeDays < 1 || demotionNoticeDays < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for tiers needs at least one day of notice".formatted(version));
        }
        tiers = tiers.stream().sorted(Comparator.comparing(TierRule::tier)).toList();
        if (tiers.stream().map(TierRule::tier).distinct().count() != Tier.values().length
                || !tiers.get(tiers.size() - 1).isMetBy(TierFigures.of(List.of()))) {
            throw new IllegalArgumentException(
                    "Version %d of the rules for tiers needs a rule for each tier, and the lowest one asks for nothing"
                            .formatted(version));
        }
    }

    /** The earliest first day of another tier that is decided today. */
    public LocalDate earliest(Tier from, Tier to, LocalDate today) {
        return today.plusDays(to.isAbove(from) ? promotionNoticeDays : demotionNoticeDays);
    }

    /** Whether it takes two persons to put a partner into another tier. */
    public boolean needsTwoPersons(Tier from, Tier to) {
        return twoPersonsFrom != null && to.isAbove(from) && !twoPersonsFrom.isAbove(to);
    }

    /** The first day that counts today. */
    public LocalDate windowStart(LocalDate today) {
        return today.minusDays(windowDays - 1L);
    }

    /** The highest tier whose criteria a partner with these figures meets. */
    public Tier reachedBy(TierFigures figures) {
        return tiers.stream()
                .filter(rule -> rule.isMetBy(figures))
                .findFirst()
                .orElseThrow()
                .tier();
    }

    public TierRule rule(Tier tier) {
        return tiers.stream().filter(rule -> rule.tier() == tier).findFirst().orElseThrow();
    }

    /** The rule of the next higher tier; empty for the highest one. */
    public Optional<TierRule> above(Tier tier) {
        return tiers.stream().filter(rule -> rule.tier().isAbove(tier)).reduce((higher, next) -> next);
    }
}
