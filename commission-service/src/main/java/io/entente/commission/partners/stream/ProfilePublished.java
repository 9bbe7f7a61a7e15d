package io.entente.commission.partners.stream;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import java.util.Objects;

/** {@code partner.profile.v1}, of which only what prices deals is read. */
record ProfilePublished(String partnerId, Tier tier, PartnershipModel model, long version) {

    PartnerProfile toProfile() {
        return new PartnerProfile(new PartnerId(Objects.requireNonNull(partnerId, "partnerId")), tier, model, version);
    }
}
