package io.entente.commission.partners;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides which plan prices a partner's deals, and how its statements are addressed. It contains no contacts,
 * because only other services need them.
 *
 * @param version version of the profile at the partner service; a lower version is out of date
 * @param addressee null if the profile doesn't say
 * @param domains the Internet domains of its contacts' e-mail addresses, without those of mail providers
 */
public record PartnerProfile(
        PartnerId id,
        Tier tier,
        PartnershipModel model,
        long version,
        @Nullable Addressee addressee,
        Set<String> domains) {

    public PartnerProfile {
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(model, "model");
        domains = Set.copyOf(domains);
    }

    /** Creates a profile whose domains are unknown. */
    public PartnerProfile(
            PartnerId id, Tier tier, PartnershipModel model, long version, @Nullable Addressee addressee) {
        this(id, tier, model, version, addressee, Set.of());
    }

    /** Creates a profile that doesn't say how to address the partner. */
    public PartnerProfile(PartnerId id, Tier tier, PartnershipModel model, long version) {
        this(id, tier, model, version, null);
    }

    /** Describes the partner for explanations: {@code partner par_1 (tier ACTIVE, model REFERRAL)}. */
    public String described() {
        return "partner %s (tier %s, model %s)".formatted(id, tier, model);
    }
}
