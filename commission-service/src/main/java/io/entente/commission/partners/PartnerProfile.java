package io.entente.commission.partners;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What decides which plan prices a partner's deals, and how its statements are addressed. Of its people nothing: contacts stay
 * with the services that need them.
 *
 * @param version the profile's version at the partner service; a lower one is old news
 * @param addressee absent where the profile doesn't say
 */
public record PartnerProfile(
        PartnerId id, Tier tier, PartnershipModel model, long version, @Nullable Addressee addressee) {

    public PartnerProfile {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(model, "model");
    }

    /** A profile that says nothing of how to address the partner. */
    public PartnerProfile(PartnerId id, Tier tier, PartnershipModel model, long version) {
        this(id, tier, model, version, null);
    }

    /** For explanations: {@code partner par_1 (tier ACTIVE, model REFERRAL)}. */
    public String described() {
        return "partner %s (tier %s, model %s)".formatted(id, tier, model);
    }
}
