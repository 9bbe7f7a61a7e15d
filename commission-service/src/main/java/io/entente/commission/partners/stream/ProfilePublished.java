package io.entente.commission.partners.stream;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of {@code partner.profile.v1} that pricing and the address of a statement need. */
record ProfilePublished(
        String partnerId,
        Tier tier,
        PartnershipModel model,
        long version,
        @Nullable String name,
        @Nullable String locale) {

    PartnerProfile toProfile() {
        PartnerId id = new PartnerId(Objects.requireNonNull(partnerId, "partnerId"));
        Addressee addressee =
                name == null || locale == null ? null : new Addressee(name, Locale.forLanguageTag(locale));
        return new PartnerProfile(id, tier, model, version, addressee);
    }
}
