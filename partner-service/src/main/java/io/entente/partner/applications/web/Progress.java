package io.entente.partner.applications.web;

import io.entente.partner.applications.ApplicationState;
import io.entente.partner.applications.PartnerApplication;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerStatus;
import org.jspecify.annotations.Nullable;

/** How far an application has come, as its applicant sees it. */
enum Progress {
    /** The address has to be confirmed. */
    UNCONFIRMED,
    /** The firm has the application. */
    RECEIVED,
    IN_REVIEW,
    /** The review waits for answers of the applicant. */
    INFORMATION_REQUIRED,
    APPROVED,
    DECLINED,
    /** The application or the partnership has ended. */
    ENDED;

    static Progress of(PartnerApplication application, @Nullable Partner partner) {
        if (application.state() == ApplicationState.UNCONFIRMED) {
            return UNCONFIRMED;
        }
        if (application.state() == ApplicationState.ENDED) {
            return ENDED;
        }
        return partner == null ? RECEIVED : of(partner.status());
    }

    private static Progress of(PartnerStatus status) {
        return switch (status) {
            case APPLIED -> RECEIVED;
            case IN_REVIEW -> IN_REVIEW;
            case INFORMATION_REQUIRED -> INFORMATION_REQUIRED;
            case APPROVED, ONBOARDING, ACTIVE, PAUSED -> APPROVED;
            case DECLINED -> DECLINED;
            case INACTIVE, ERASED -> ENDED;
        };
    }
}
