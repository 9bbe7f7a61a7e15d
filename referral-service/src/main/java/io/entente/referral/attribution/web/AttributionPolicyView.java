package io.entente.referral.attribution.web;

import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.referral.partners.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A version of the attribution policy in the API. */
record AttributionPolicyView(
        int version,
        LocalDate effectiveFrom,
        List<AttributionRule> rules,
        MatchingView matching,
        Map<Tier, Integer> protectionDays,
        List<Integer> reminderDays,
        int appealDays,
        List<String> furtherGenericDomains) {

    record MatchingView(
            String threshold, String otherCountry, String otherDomain, String otherNumbers, String initials) {

        static MatchingView of(Matching matching) {
            return new MatchingView(
                    matching.threshold().toPlainString(),
                    matching.otherCountry().toPlainString(),
                    matching.otherDomain().toPlainString(),
                    matching.otherNumbers().toPlainString(),
                    matching.initials().toPlainString());
        }
    }

    static AttributionPolicyView of(AttributionPolicy policy) {
        return new AttributionPolicyView(
                policy.version(),
                policy.effectiveFrom(),
                policy.rules(),
                MatchingView.of(policy.matching()),
                policy.protectionDays(),
                policy.reminderDays(),
                policy.appealDays(),
                policy.furtherGenericDomains().stream().sorted().toList());
    }
}
