package io.entente.partner.agreements.web;

import io.entente.partner.agreements.Acceptance;
import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementStatus;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.Side;
import io.entente.partner.agreements.TerminationNotice;
import io.entente.partner.agreements.plans.Contradiction;
import io.entente.partner.agreements.terms.AgreementTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in the API, with all its versions.
 *
 * @param inForce the number of the version that binds today; absent if none does
 * @param contradictions what the terms promise and the commission plans don't pay; only the firm sees them
 */
record AgreementView(
        String id,
        long version,
        String partnerId,
        String title,
        AgreementStatus status,
        @Nullable Integer inForce,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate noticeBy,
        @Nullable NoticeView notice,
        List<VersionView> versions,
        List<Contradiction> contradictions,
        Instant draftedAt) {

    /** @param byPartner whether the reader is the partner, which doesn't see drafts */
    static AgreementView of(Agreement agreement, LocalDate today, boolean byPartner) {
        return new AgreementView(
                agreement.id().value(),
                agreement.version(),
                agreement.partner().value(),
                agreement.title(),
                agreement.status(),
                inForce(agreement, today),
                agreement.endsOn(),
                agreement.noticeBy(),
                NoticeView.of(agreement.notice()),
                agreement.versions().stream()
                        .filter(each -> !byPartner || each.status() != AgreementVersion.Status.DRAFT)
                        .map(VersionView::of)
                        .toList(),
                byPartner ? List.of() : agreement.contradictions(),
                agreement.draftedAt());
    }

    static @Nullable Integer inForce(Agreement agreement, LocalDate today) {
        return agreement.status() == AgreementStatus.IN_FORCE
                ? agreement.inForceOn(today).map(AgreementVersion::number).orElse(null)
                : null;
    }

    /** A version in the API. */
    record VersionView(
            int number,
            AgreementVersion.Status status,
            AgreementTerms terms,
            @Nullable String documentHash,
            String draftedBy,
            Instant draftedAt,
            @Nullable AcceptanceView firm,
            @Nullable AcceptanceView partner) {

        static VersionView of(AgreementVersion version) {
            return new VersionView(
                    version.number(),
                    version.status(),
                    version.terms(),
                    version.documentHash(),
                    version.draftedBy(),
                    version.draftedAt(),
                    AcceptanceView.of(version.firm()),
                    AcceptanceView.of(version.partner()));
        }
    }

    /** An acceptance in the API. */
    record AcceptanceView(String name, String actor, Instant at, String documentHash) {

        static @Nullable AcceptanceView of(@Nullable Acceptance acceptance) {
            return acceptance == null
                    ? null
                    : new AcceptanceView(
                            acceptance.name(), acceptance.actor(), acceptance.at(), acceptance.documentHash());
        }
    }

    /** A notice in the API. */
    record NoticeView(Side by, String actor, Instant at, String reason, LocalDate endsOn) {

        static @Nullable NoticeView of(@Nullable TerminationNotice notice) {
            return notice == null
                    ? null
                    : new NoticeView(notice.by(), notice.actor(), notice.at(), notice.reason(), notice.endsOn());
        }
    }
}
