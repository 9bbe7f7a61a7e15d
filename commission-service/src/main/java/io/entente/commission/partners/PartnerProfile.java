package io.entente.commission.partners;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides which plan prices a partner's deals, and how its statements are addressed. It contains no contacts,
 * because only other services need them.
 *
 * @param version version of the profile at the partner service; a lower version is out of date
 * @param tiers by day, because a deal is priced by the tier on the day on which it closes
 * @param addressee null if the profile doesn't say
 * @param domains the Internet domains of its contacts' e-mail addresses, without those of mail providers
 */
public record PartnerProfile(
        PartnerId id,
        TierHistory tiers,
        PartnershipModel model,
        long version,
        @Nullable Addressee addressee,
        Set<String> domains) {

    public PartnerProfile {
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(model, "model");
        domains = Set.copyOf(domains);
    }

    /** Creates a profile of a partner that has always been in one tier, and whose domains are unknown. */
    public PartnerProfile(
            PartnerId id, Tier tier, PartnershipModel model, long version, @Nullable Addressee addressee) {
        this(id, TierHistory.always(tier), model, version, addressee, Set.of());
    }

    /** Creates a profile that doesn't say how to address the partner. */
    public PartnerProfile(PartnerId id, Tier tier, PartnershipModel model, long version) {
        this(id, tier, model, version, null);
    }

    /** The tier on a day. */
    public Tier tierOn(LocalDate day) {
        return tiers.on(day);
    }

    /** Describes the partner as it was on a day, for explanations: {@code partner par_1 (tier ACTIVE, model REFERRAL)}. */
    public String describedOn(LocalDate day) {
        return "partner %s (tier %s, model %s)".formatted(id, tierOn(day), model);
    }
}
