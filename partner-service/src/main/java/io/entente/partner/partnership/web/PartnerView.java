package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner in the API. */
record PartnerView(
        String id,
        long version,
        PartnerStatus status,
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        String timeZone,
        String locale,
        List<Contact> contacts,
        List<TeamMember> team,
        Instant appliedAt,
        @Nullable Instant activatedAt) {

    static PartnerView of(Partner partner) {
        RegisterPartner of = partner.application();
        return new PartnerView(
                partner.id().value(),
                partner.version(),
                partner.status(),
                of.name(),
                of.model(),
                of.tier(),
                of.country(),
                of.timeZone().getId(),
                of.locale(),
                of.contacts(),
                of.team(),
                partner.appliedAt(),
                partner.activatedAt());
    }
}
