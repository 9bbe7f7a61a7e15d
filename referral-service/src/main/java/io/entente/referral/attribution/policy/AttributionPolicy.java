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
 * The program's policy on attribution; one version of it. A claim and a case keep to the version they began under.
 *
 * @param version from 1, without a gap
 * @param effectiveFrom first day (UTC) on which it is in force, until a later version is
 * @param rules by which an operator may decide, the program's own first
 * @param protectionDays how long an accepted referral's claim holds, by the partner's tier, in days
 * @param reminderDays how many days before the end of the protection its partner is reminded; each once
 * @param appealDays how many days after a decision it can be appealed
 * @param furtherGenericDomains domains that tell clients apart as little as a mail provider's
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
            throw new IllegalArgumentException("a policy without a rule decides nothing");
        }
        for (Tier tier : Tier.values()) {
            if (!protectionDays.containsKey(tier)) {
                throw new IllegalArgumentException("no protection for " + tier);
            }
        }
    }

    /** How long a claim is protected. */
    public Duration protection(Tier tier) {
        Integer days = protectionDays.get(tier);
        if (days == null) {
            throw new IllegalStateException("checked when made: " + tier);
        }
        return Duration.ofDays(days);
    }

    /** When a partner is reminded of the end of its protection. */
    public List<Instant> reminders(Instant protectedUntil) {
        return reminderDays.stream()
                .map(days -> protectedUntil.minus(days, ChronoUnit.DAYS))
                .toList();
    }

    /** The same as another version. */
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
