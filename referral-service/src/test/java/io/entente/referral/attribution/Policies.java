package io.entente.referral.attribution;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.attribution.policy.AttributionRule;
import io.entente.referral.partners.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contains only the program's first policy, which is read from its resource. */
public final class Policies implements AttributionPolicies {

    public static final AttributionPolicy FIRST = new AttributionPolicy(
            1,
            LocalDate.parse("2000-01-01"),
            List.of(AttributionRule.values()),
            new Matching(
                    new BigDecimal("0.92"),
                    new BigDecimal("0.90"),
                    new BigDecimal("0.95"),
                    new BigDecimal("0.85"),
                    Matching.INITIALS),
            Map.of(Tier.STRATEGIC, 90, Tier.ACTIVE, 90, Tier.REFERRAL_NETWORK, 90),
            List.of(14),
            14,
            Set.of());

    @Override
    public AttributionPolicy inForce() {
        return FIRST;
    }

    @Override
    public Optional<AttributionPolicy> find(int version) {
        return Optional.of(FIRST);
    }

    @Override
    public Page<AttributionPolicy> list(PageRequest page) {
        return new Page<>(List.of(FIRST), null);
    }

    @Override
    public AttributionPolicy add(AttributionPolicy policy, String fingerprint) {
        throw new UnsupportedOperationException();
    }
}
