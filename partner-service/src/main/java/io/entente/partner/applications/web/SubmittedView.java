package io.entente.partner.applications.web;

import io.entente.partner.applications.PartnerApplication;
import java.time.Instant;

/**
 * The answer to an application. The link to it is in a mail and nowhere else.
 *
 * @param confirmUntil until when the link in the mail confirms the address; the application ends then
 */
record SubmittedView(String id, Instant confirmUntil) {

    static SubmittedView of(PartnerApplication application) {
        return new SubmittedView(application.id(), application.until());
    }
}
