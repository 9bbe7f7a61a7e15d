package io.entente.commission.partners;

import java.util.Objects;

/**
 * What decides which plan prices a partner's deals. Nothing here is personal: a partner's name and contacts stay with the
 * services that need them.
 *
 * @param version the profile's version at the partner service; a lower one is old news
 */
public record PartnerProfile(PartnerId id, Tier tier, PartnershipModel model, long version) {

    public PartnerProfile {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(model, "model");
    }

    /** For explanations: {@code partner par_1 (tier ACTIVE, model REFERRAL)}. */
    public String described() {
        return "partner %s (tier %s, model %s)".formatted(id, tier, model);
    }
}
