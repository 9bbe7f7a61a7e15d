package io.entente.partner.partnership.web;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.PartnerRisk;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.web.access.ShownActors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner in the API.
 *
 * @param risks what could end the partnership although nobody wants it to end, such as a single contact
 * @param statusReason why the partner is declined, paused or inactive, or what the firm has asked it; null otherwise
 * @param statusUntil the day by which a pause is looked at again, or from which a declined partner may apply again; null if there is none
 * @param mergedInto the record with which the company goes on; null if this isn't a duplicate
 */
record PartnerView(
        String id,
        long version,
        PartnerStatus status,
        Instant statusSince,
        @Nullable String statusReason,
        @Nullable LocalDate statusUntil,
        @Nullable String mergedInto,
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        String timeZone,
        String locale,
        List<Contact> contacts,
        List<TeamMember> team,
        PartnerDetails details,
        List<PartnerRisk> risks,
        Instant appliedAt,
        @Nullable Instant activatedAt) {

    /** The partner as the reader sees it. A partner isn't told who of the firm looks after it, only in which roles. */
    static PartnerView of(Partner partner, boolean byPartner) {
        PartnerView all = of(partner);
        return byPartner ? all.withoutPersonsOfTheFirm() : all;
    }

    static PartnerView of(Partner partner) {
        RegisterPartner of = partner.application();
        return new PartnerView(
                partner.id().value(),
                partner.version(),
                partner.status(),
                partner.standing().since(),
                partner.standing().reason(),
                partner.standing().until(),
                partner.standing().mergedInto() == null
                        ? null
                        : partner.standing().mergedInto().value(),
                of.name(),
                of.model(),
                of.tier(),
                of.country(),
                of.timeZone().getId(),
                of.locale(),
                of.contacts(),
                of.team(),
                of.details(),
                partner.risks(),
                partner.appliedAt(),
                partner.activatedAt());
    }

    private PartnerView withoutPersonsOfTheFirm() {
        return new PartnerView(
                id,
                version,
                status,
                statusSince,
                statusReason,
                statusUntil,
                mergedInto,
                name,
                model,
                tier,
                country,
                timeZone,
                locale,
                contacts,
                team.stream()
                        .map(member -> new TeamMember(member.role(), ShownActors.FIRM, null, null, null))
                        .toList(),
                new PartnerDetails(
                        details.domain(),
                        details.website(),
                        details.territory(),
                        details.industries(),
                        details.services(),
                        details.idealClient(),
                        details.positioning(),
                        details.languages(),
                        details.owner() == null ? null : ShownActors.FIRM),
                risks,
                appliedAt,
                activatedAt);
    }
}
