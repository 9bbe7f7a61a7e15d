package io.entente.referral.attribution.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.referral.partners.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/attribution/policies}: a complete policy. */
record AttributionPolicyRequest(
        @NotNull LocalDate effectiveFrom,
        @NotEmpty @Size(max = 4) List<@NotNull AttributionRule> rules,
        @NotNull @Valid MatchingRequest matching,
        @NotEmpty Map<Tier, @NotNull @Min(1) @Max(3660) Integer> protectionDays,
        @NotNull @Size(max = 10) List<@NotNull @Min(1) @Max(365) Integer> reminderDays,
        @NotNull @Min(0) @Max(365) Integer appealDays,
        @Nullable @Size(max = 1000) List<@NotNull @Size(min = 3, max = 253) String> furtherGenericDomains) {

    private static final String FRACTION = "0\\.\\d{1,4}|1(\\.0{1,4})?";
    private static final String SAID = "must be a decimal from 0 to 1 with at most 4 decimals, such as 0.92";

    record MatchingRequest(
            @NotNull @Pattern(regexp = FRACTION, message = SAID) String threshold,
            @NotNull @Pattern(regexp = FRACTION, message = SAID) String otherCountry,
            @NotNull @Pattern(regexp = FRACTION, message = SAID) String otherDomain,
            @NotNull @Pattern(regexp = FRACTION, message = SAID) String otherNumbers,
            @Nullable @Pattern(regexp = FRACTION, message = SAID) String initials) {

        Matching toMatching() {
            return new Matching(
                    new BigDecimal(threshold),
                    new BigDecimal(otherCountry),
                    new BigDecimal(otherDomain),
                    new BigDecimal(otherNumbers),
                    initials == null ? Matching.INITIALS : new BigDecimal(initials));
        }
    }

    AttributionPolicy toPolicy(Clock clock) {
        if (effectiveFrom.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw InvalidInputException.unprocessable(new FieldError(
                    "effectiveFrom", "must not be in the past, because past decisions keep their policy"));
        }
        if (!protectionDays.keySet().containsAll(Arrays.asList(Tier.values()))) {
            throw InvalidInputException.unprocessable(
                    new FieldError("protectionDays", "must name every tier: " + Arrays.toString(Tier.values())));
        }
        List<String> domains = furtherGenericDomains == null ? List.of() : furtherGenericDomains;
        Set<String> lowerCase = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new AttributionPolicy(
                1,
                effectiveFrom,
                rules.stream().distinct().toList(),
                matching.toMatching(),
                protectionDays,
                reminderDays.stream().distinct().sorted().toList(),
                appealDays,
                lowerCase);
    }
}
