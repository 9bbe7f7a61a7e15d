package io.entente.partner.applications.web;

import io.entente.partner.applications.PartnerApplication;
import io.entente.partner.partnership.Partner;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant sees it.
 *
 * @param confirmUntil of an unconfirmed one, until when the link confirms the address
 * @param reason of a declined one, why; of one that waits for information, what the firm asks
 * @param reapplyFrom of a declined one, the day from which another application is welcome
 */
record ApplicationView(
        Progress state,
        Instant submittedAt,
        @Nullable Instant confirmUntil,
        @Nullable String reason,
        @Nullable LocalDate reapplyFrom) {

    static ApplicationView of(PartnerApplication application, @Nullable Partner partner) {
        Progress state = Progress.of(application, partner);
        boolean isExplained = state == Progress.DECLINED || state == Progress.INFORMATION_REQUIRED;
        return new ApplicationView(
                state,
                application.submittedAt(),
                state == Progress.UNCONFIRMED ? application.until() : null,
                partner == null || !isExplained ? null : partner.standing().reason(),
                partner == null || state != Progress.DECLINED
                        ? null
                        : partner.standing().until());
    }
}
