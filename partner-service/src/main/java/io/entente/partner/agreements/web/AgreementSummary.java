package io.entente.partner.agreements.web;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementStatus;
import io.entente.partner.agreements.AgreementVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in the list.
 *
 * @param inForce the number of the version that binds today; absent if none does
 * @param latest the number of the latest version that the reader sees
 * @param contradictions how much the terms promise that the commission plans don't pay; only the firm sees it
 * @param planCode the commission plan of that version; absent if the sides refer to each other without a fee
 */
record AgreementSummary(
        String id,
        long version,
        String partnerId,
        String title,
        AgreementStatus status,
        @Nullable Integer inForce,
        int latest,
        @Nullable String planCode,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate noticeBy,
        int contradictions,
        Instant draftedAt) {

    static AgreementSummary of(Agreement agreement, LocalDate today, boolean byPartner) {
        AgreementVersion latest =
                byPartner ? agreement.latestSeenByPartner().orElse(agreement.latest()) : agreement.latest();
        return new AgreementSummary(
                agreement.id().value(),
                agreement.version(),
                agreement.partner().value(),
                agreement.title(),
                agreement.status(),
                AgreementView.inForce(agreement, today),
                latest.number(),
                latest.terms().compensation().planCode(),
                agreement.endsOn(),
                agreement.noticeBy(),
                byPartner ? 0 : agreement.contradictions().size(),
                agreement.draftedAt());
    }
}
