package io.entente.partner.applications;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.RegisterPartner;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant has entered.
 *
 * @param partner its company with one contact, the person who applies
 * @param expectedReferrals how many referrals a year the applicant expects to send; null if it doesn't say
 * @param wouldRefer whom it would refer, in its own words; null if it doesn't say
 */
public record ApplicationForm(
        RegisterPartner partner, @Nullable Integer expectedReferrals, @Nullable String wouldRefer) {

    /** The person who applies. */
    public Contact applicant() {
        return partner.contacts().get(0);
    }

    /** Leaves out what the applicant has entered, because this may end up in a log. */
    @Override
    public String toString() {
        return "ApplicationForm";
    }
}
