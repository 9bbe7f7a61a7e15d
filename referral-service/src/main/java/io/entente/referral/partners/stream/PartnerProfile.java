package io.entente.referral.partners.stream;

import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import org.jspecify.annotations.Nullable;

/** The data of {@code partner.profile.v1} that this service reads. */
record PartnerProfile(
        String partnerId,
        String name,
        String status,
        Tier tier,
        String model,
        String country,
        @Nullable String timeZone,
        long version) {

    KnownPartner toPartner() {
        return new KnownPartner(partnerId, name, status, tier, model, country, timeZone, version);
    }
}
