package io.entente.partner.applications.mongo;

import io.entente.partner.applications.ApplicationForm;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.tier.Tier;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an applicant has entered, as it is encrypted in one text. */
record FormJson(
        String name,
        PartnershipModel model,
        Tier tier,
        String country,
        String timeZone,
        String locale,
        String contactName,
        String contactEmail,
        String contactRole,
        PartnerDetails details,
        @Nullable Integer expectedReferrals,
        @Nullable String wouldRefer) {

    static FormJson of(ApplicationForm form) {
        RegisterPartner partner = form.partner();
        Contact applicant = form.applicant();
        return new FormJson(
                partner.name(),
                partner.model(),
                partner.tier(),
                partner.country(),
                partner.timeZone().getId(),
                partner.locale(),
                applicant.name(),
                applicant.email(),
                applicant.role(),
                partner.details(),
                form.expectedReferrals(),
                form.wouldRefer());
    }

    ApplicationForm toForm() {
        RegisterPartner partner = new RegisterPartner(
                name,
                model,
                tier,
                country,
                ZoneId.of(timeZone),
                locale,
                List.of(new Contact(contactName, contactEmail, contactRole)),
                List.of(),
                details);
        return new ApplicationForm(partner, expectedReferrals, wouldRefer);
    }
}
