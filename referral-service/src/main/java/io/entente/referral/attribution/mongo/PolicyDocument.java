package io.entente.referral.attribution.mongo;

import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.referral.partners.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a policy version, and the format of the file with the first one. The day is text, so that no time zone
 * moves it.
 *
 * @param id the version with leading zeros, so that ids sort like versions
 */
record PolicyDocument(@Id String id, int version, String fingerprint, Content policy) {

    static final String FIRST = "first";

    static PolicyDocument of(AttributionPolicy policy, String fingerprint) {
        return new PolicyDocument(idOf(policy.version()), policy.version(), fingerprint, Content.of(policy));
    }

    static String idOf(int version) {
        return "%08d".formatted(version);
    }

    AttributionPolicy toPolicy() {
        return policy.toPolicy(version);
    }

    record Content(
            String effectiveFrom,
            List<AttributionRule> rules,
            MatchingDocument matching,
            Map<Tier, Integer> protectionDays,
            List<Integer> reminderDays,
            int appealDays,
            List<String> furtherGenericDomains) {

        static Content of(AttributionPolicy policy) {
            return new Content(
                    policy.effectiveFrom().toString(),
                    policy.rules(),
                    MatchingDocument.of(policy.matching()),
                    policy.protectionDays(),
                    policy.reminderDays(),
                    policy.appealDays(),
                    policy.furtherGenericDomains().stream().sorted().toList());
        }

        AttributionPolicy toPolicy(int version) {
            return new AttributionPolicy(
                    version,
                    LocalDate.parse(effectiveFrom),
                    rules,
                    matching.toMatching(),
                    protectionDays,
                    reminderDays,
                    appealDays,
                    Set.copyOf(furtherGenericDomains));
        }
    }

    /** @param initials absent in versions from before there was such a score */
    record MatchingDocument(
            String threshold, String otherCountry, String otherDomain, String otherNumbers, @Nullable String initials) {

        static MatchingDocument of(Matching matching) {
            return new MatchingDocument(
                    matching.threshold().toPlainString(),
                    matching.otherCountry().toPlainString(),
                    matching.otherDomain().toPlainString(),
                    matching.otherNumbers().toPlainString(),
                    matching.initials().toPlainString());
        }

        Matching toMatching() {
            return new Matching(
                    new BigDecimal(threshold),
                    new BigDecimal(otherCountry),
                    new BigDecimal(otherDomain),
                    new BigDecimal(otherNumbers),
                    initials == null ? Matching.INITIALS : new BigDecimal(initials));
        }
    }
}
