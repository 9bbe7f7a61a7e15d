package io.entente.referral.attribution.policy;

import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.partners.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of the program's attribution policy. A claim and a conflict case keep the version under which they began.
 *
 * @param version from 1, without gaps
 * @param effectiveFrom the first day (UTC) on which it is in force, until a later version is
 * @param rules the rules by which an operator may decide, the program's own rule first
 * @param protectionDays how many days an accepted referral keeps its claim, by the partner's tier
 * @param reminderDays how many days before the end of the protection the partner is reminded, once for each
 * @param appealDays how many days after a decision an appeal is possible
 * @param furtherGenericDomains domains that do not identify a client, in addition to those of mail providers
 */
public record AttributionPolicy(
        int version,
        LocalDate effectiveFrom,
        List<AttributionRule> rules,
        Matching matching,
        Map<Tier, Integer> protectionDays,
        List<Integer> reminderDays,
        int appealDays,
        Set<String> furtherGenericDomains) {

    public AttributionPolicy {
        rules = List.copyOf(rules);
        protectionDays = Map.copyOf(protectionDays);
        reminderDays = List.copyOf(reminderDays);
        furtherGenericDomains = Set.copyOf(furtherGenericDomains);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A policy must contain at least one rule");
        }
        for (Tier tier : Tier.values()) {
            if (!protectionDays.containsKey(tier)) {
                throw new IllegalArgumentException("There is no protection for " + tier);
            }
        }
    }

    /** How long a claim is protected, by tier. */
    public Duration protection(Tier tier) {
        Integer days = protectionDays.get(tier);
        if (days == null) {
            throw new IllegalStateException("The constructor has checked that every tier is there, but not " + tier);
        }
        return Duration.ofDays(days);
    }

    /** The instants at which a partner is reminded of the end of its protection. */
    public List<Instant> reminders(Instant protectedUntil) {
        return reminderDays.stream()
                .map(days -> protectedUntil.minus(days, ChronoUnit.DAYS))
                .toList();
    }

    /** The same policy with another version. */
    public AttributionPolicy numbered(int number) {
        return new AttributionPolicy(
                number,
                effectiveFrom,
                rules,
                matching,
                protectionDays,
                reminderDays,
                appealDays,
                furtherGenericDomains);
    }
}
