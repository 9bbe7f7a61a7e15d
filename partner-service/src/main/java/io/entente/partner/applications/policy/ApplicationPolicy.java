package io.entente.partner.applications.policy;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/**
 * One version of how applications are taken.
 *
 * @param confirmWithinHours for so long a link confirms an address; an application that isn't confirmed ends then
 * @param endedKeptDays for so long an applicant whose application has ended is told so
 * @param linkValidDays for so long after the confirmation the link shows how far the application has come
 * @param consent what an applicant agrees to, by language
 */
public record ApplicationPolicy(
        int version,
        LocalDate effectiveFrom,
        int confirmWithinHours,
        int endedKeptDays,
        int linkValidDays,
        Map<String, String> consent)
        implements PolicyVersion {

    public ApplicationPolicy {
        consent = Map.copyOf(consent);
        if (confirmWithinHours < 1 || endedKeptDays < 1 || linkValidDays < 1 || !consent.containsKey("en")) {
            throw new IllegalArgumentException(
                    "Times of applications must be at least 1, and the consent must have a text in English (en)");
        }
    }

    public Duration confirmWithin() {
        return Duration.ofHours(confirmWithinHours);
    }

    public Duration endedKept() {
        return Duration.ofDays(endedKeptDays);
    }

    public Duration linkValid() {
        return Duration.ofDays(linkValidDays);
    }

    /** The text in a language, or in English. */
    public String consentIn(String language) {
        return consent.getOrDefault(language, consent.getOrDefault("en", ""));
    }
}
