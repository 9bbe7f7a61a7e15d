package io.entente.partner.applications;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.RegisterPartnerHandler;
import io.entente.partner.qualification.Assessment;
import io.entente.partner.qualification.Namesakes;
import io.entente.partner.qualification.QualifyPartner;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import java.util.Map;
import java.util.Set;

/**
 * Makes partners' records of confirmed applications. An application and its partner are two documents, so this follows the event of the
 * confirmation, and each step changes nothing if it comes again.
 */
public final class RegisterApplicants {

    private final Applications applications;
    private final RegisterPartnerHandler register;
    private final Partners partners;
    private final QualifyPartner qualify;
    private final Namesakes namesakes;

    public RegisterApplicants(
            Applications applications,
            RegisterPartnerHandler register,
            Partners partners,
            QualifyPartner qualify,
            Namesakes namesakes) {
        this.applications = applications;
        this.register = register;
        this.partners = partners;
        this.qualify = qualify;
        this.namesakes = namesakes;
    }

    /** @return false if it was registered before */
    public boolean register(String applicationId) {
        PartnerApplication application = applications.find(applicationId).orElse(null);
        if (application == null || application.state() != ApplicationState.CONFIRMED) {
            return false;
        }
        ApplicationForm form = application.form();
        if (form == null) {
            return false;
        }
        Actor applicant = Actor.partner(application.partner().value());
        // Nobody can repeat a request for this id, so the receipt has no answer.
        register.handle(application.partner(), form.partner(), applicant, partner -> new Receipt(applicationId, "{}"));
        Partner partner = partners.find(application.partner()).orElseThrow();
        if (qualify.of(partner).version() == 0 && (form.expectedReferrals() != null || form.wouldRefer() != null)) {
            Assessment said = new Assessment(form.expectedReferrals(), form.wouldRefer(), Map.of(), Set.of());
            qualify.assess(partner.id(), said, applicant, known -> {});
        }
        int duplicates = namesakes.of(partner).size();
        return applications
                .change(applicationId, known -> Decision.allowed(known.registered(duplicates)))
                .isPresent();
    }
}
