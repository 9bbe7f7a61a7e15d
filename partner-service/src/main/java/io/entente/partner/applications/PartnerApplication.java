package io.entente.partner.applications;

import io.entente.partner.applications.ApplicationEvent.ApplicationConfirmed;
import io.entente.partner.applications.ApplicationEvent.ApplicationEnded;
import io.entente.partner.applications.ApplicationEvent.ApplicationReceived;
import io.entente.partner.applications.ApplicationEvent.ConfirmationRequested;
import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.links.OneTimeLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The application of a company, until it is a partner's record. Anybody can send one, so it counts for nothing until somebody has opened
 * the link that was sent to its address.
 *
 * @param version 1 for a new application, increased by one with each change
 * @param sequence the number of its last event
 * @param partner the id that the company has as a partner, derived from the application's
 * @param form what was entered; null after it has become a partner's record or has ended
 * @param linkHash see {@link OneTimeLink#hash}
 * @param until of an unconfirmed application, when it ends; of the others, when the link ends and the application is forgotten
 */
public record PartnerApplication(
        String id,
        long version,
        long sequence,
        PartnerId partner,
        ApplicationState state,
        @Nullable ApplicationForm form,
        Consent consent,
        String linkHash,
        Instant submittedAt,
        Instant until) {

    public static final String PREFIX = "app";

    /** The id that the company of an application has as a partner. */
    public static PartnerId partnerOf(String applicationId) {
        return new PartnerId(DerivedId.of(PartnerId.PREFIX, applicationId));
    }

    /** A new application, with the message that asks the applicant to confirm its address. */
    public static Change<PartnerApplication, ApplicationEvent> submit(
            String id,
            ApplicationForm form,
            Consent consent,
            OneTimeLink link,
            OutsideMessage confirmation,
            Instant now) {
        PartnerId partner = partnerOf(id);
        PartnerApplication submitted = new PartnerApplication(
                id,
                1,
                1,
                partner,
                ApplicationState.UNCONFIRMED,
                form,
                consent,
                link.hash(),
                now,
                confirmation.expiresAt());
        return Change.of(submitted, new ConfirmationRequested(Actor.partner(partner.value()), confirmation));
    }

    /** Whether a link opens this application now. */
    public boolean opensWith(OneTimeLink link, Instant now) {
        return link.hasHash(linkHash) && (state == ApplicationState.UNCONFIRMED || now.isBefore(until));
    }

    /**
     * Confirms the address. The link confirms once; after that, it only shows how far the application has come.
     *
     * @param linkUntil when the link ends
     */
    public Decision<Change<PartnerApplication, ApplicationEvent>> confirm(Instant linkUntil, Instant now) {
        if (state == ApplicationState.ENDED || (state == ApplicationState.UNCONFIRMED && !now.isBefore(until))) {
            return Decision.rejected(
                    "The application has ended, because its address wasn't confirmed in time. Apply again.");
        }
        return Decision.allowed(
                state == ApplicationState.UNCONFIRMED
                        ? Change.of(
                                next(ApplicationState.CONFIRMED, form, linkUntil),
                                new ApplicationConfirmed(applicant()))
                        : Change.nothing(this));
    }

    /** Records that the company is a partner's record. What the form said is there now. */
    public Change<PartnerApplication, ApplicationEvent> registered(int duplicates) {
        return state != ApplicationState.CONFIRMED || form == null
                ? Change.nothing(this)
                : Change.of(
                        next(ApplicationState.REGISTERED, null, until),
                        new ApplicationReceived(
                                applicant(),
                                form.partner().name(),
                                form.partner().country(),
                                duplicates));
    }

    /** Ends an application that nobody has confirmed in time, and forgets what it said. */
    public Change<PartnerApplication, ApplicationEvent> end(Instant forgetAt, Instant now) {
        return state != ApplicationState.UNCONFIRMED || now.isBefore(until)
                ? Change.nothing(this)
                : Change.of(next(ApplicationState.ENDED, null, forgetAt), new ApplicationEnded(Actor.SYSTEM));
    }

    private Actor applicant() {
        return Actor.partner(partner.value());
    }

    private PartnerApplication next(ApplicationState to, @Nullable ApplicationForm kept, Instant nextUntil) {
        return new PartnerApplication(
                id, version + 1, sequence + 1, partner, to, kept, consent, linkHash, submittedAt, nextUntil);
    }
}
