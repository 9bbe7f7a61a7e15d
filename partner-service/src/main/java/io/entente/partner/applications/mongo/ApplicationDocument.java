package io.entente.partner.applications.mongo;

import io.entente.partner.applications.ApplicationState;
import io.entente.partner.applications.Consent;
import io.entente.partner.applications.PartnerApplication;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an application.
 *
 * @param form what was entered, as JSON; encrypted under a key within the document, so it is gone with the document
 * @param dueAt when the sweep has something to do; absent while the application becomes a partner's record
 */
record ApplicationDocument(
        @Id String id,
        long version,
        long sequence,
        String partnerId,
        ApplicationState state,
        @Nullable String form,
        int consentVersion,
        String consentLocale,
        Instant consentAt,
        String linkHash,
        Instant submittedAt,
        Instant until,
        @Nullable Instant dueAt,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static ApplicationDocument of(
            PartnerApplication application, @Nullable String form, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        Consent consent = application.consent();
        return new ApplicationDocument(
                application.id(),
                application.version(),
                application.sequence(),
                application.partner().value(),
                application.state(),
                form,
                consent.version(),
                consent.locale(),
                consent.at(),
                application.linkHash(),
                application.submittedAt(),
                application.until(),
                application.state() == ApplicationState.CONFIRMED ? null : application.until(),
                receipt,
                outbox);
    }

    PartnerApplication toApplication(@Nullable FormJson read) {
        return new PartnerApplication(
                id,
                version,
                sequence,
                new PartnerId(partnerId),
                state,
                read == null ? null : read.toForm(),
                new Consent(consentVersion, consentLocale, consentAt),
                linkHash,
                submittedAt,
                until);
    }
}
