package io.entente.partner.agreements.mongo;

import io.entente.partner.agreements.Acceptance;
import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementId;
import io.entente.partner.agreements.AgreementStatus;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.ListedAgreement;
import io.entente.partner.agreements.Side;
import io.entente.partner.agreements.TerminationNotice;
import io.entente.partner.agreements.plans.Contradiction;
import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of an agreement. Days are text, so that no time zone can move them.
 *
 * @param versions by {@code v01}, {@code v02} and so on. Encrypted fields need a path that doesn't go through a list
 * @param contradictions absent in documents from before agreements were compared with plans
 * @param nextOn the day on which the sweep has something to do; null if there is none
 */
record AgreementDocument(
        @Id String id,
        String partnerId,
        String title,
        AgreementStatus status,
        Map<String, VersionDocument> versions,
        @Nullable String endsOn,
        @Nullable String remindOn,
        @Nullable NoticeDocument notice,
        @Nullable String nextOn,
        Instant draftedAt,
        long version,
        long sequence,
        @Nullable List<Contradiction> contradictions,
        ListEntry list,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    /** The name of a version in the document. */
    static String key(int number) {
        return "v%02d".formatted(number);
    }

    static AgreementDocument of(Agreement agreement, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        Map<String, VersionDocument> versions = new TreeMap<>();
        agreement.versions().forEach(each -> versions.put(key(each.number()), VersionDocument.of(each)));
        return new AgreementDocument(
                agreement.id().value(),
                agreement.partner().value(),
                agreement.title(),
                agreement.status(),
                versions,
                text(agreement.endsOn()),
                text(agreement.remindOn()),
                NoticeDocument.of(agreement.notice()),
                text(agreement.nextOn()),
                agreement.draftedAt(),
                agreement.version(),
                agreement.sequence(),
                agreement.contradictions(),
                ListedAgreement.of(agreement),
                receipt,
                outbox);
    }

    Agreement toAgreement() {
        List<AgreementVersion> all = new TreeMap<>(versions)
                .values().stream().map(VersionDocument::toVersion).toList();
        return new Agreement(
                new AgreementId(id),
                new PartnerId(partnerId),
                title,
                status,
                all,
                day(endsOn),
                day(remindOn),
                notice == null ? null : notice.toNotice(),
                contradictions == null ? List.of() : contradictions,
                draftedAt,
                version,
                sequence);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** The stored form of a version. */
    record VersionDocument(
            int number,
            AgreementVersion.Status status,
            TermsDocument terms,
            @Nullable String document,
            @Nullable String documentHash,
            String draftedBy,
            Instant draftedAt,
            @Nullable Acceptance firm,
            @Nullable Acceptance partner) {

        static VersionDocument of(AgreementVersion version) {
            return new VersionDocument(
                    version.number(),
                    version.status(),
                    TermsDocument.of(version.terms()),
                    version.document(),
                    version.documentHash(),
                    version.draftedBy(),
                    version.draftedAt(),
                    version.firm(),
                    version.partner());
        }

        AgreementVersion toVersion() {
            return new AgreementVersion(
                    number, status, terms.toTerms(), document, documentHash, draftedBy, draftedAt, firm, partner);
        }
    }

    /** The stored form of the terms. */
    record TermsDocument(
            AgreementTerms.Scope scope,
            AgreementTerms.Compensation compensation,
            AgreementTerms.Exclusivity exclusivity,
            AgreementTerms.Territory territory,
            AgreementTerms.Payment payment,
            AgreementTerms.Confidentiality confidentiality,
            TermDocument term,
            AgreementTerms.Disputes disputes,
            AgreementTerms.Governance governance) {

        record TermDocument(
                String startsOn, @Nullable String endsOn, AgreementTerms.Term.Renewal renewal, int noticeDays) {}

        static TermsDocument of(AgreementTerms terms) {
            AgreementTerms.Term term = terms.term();
            return new TermsDocument(
                    terms.scope(),
                    terms.compensation(),
                    terms.exclusivity(),
                    terms.territory(),
                    terms.payment(),
                    terms.confidentiality(),
                    new TermDocument(
                            term.startsOn().toString(), text(term.endsOn()), term.renewal(), term.noticeDays()),
                    terms.disputes(),
                    terms.governance());
        }

        AgreementTerms toTerms() {
            return new AgreementTerms(
                    scope,
                    compensation,
                    exclusivity,
                    territory,
                    payment,
                    confidentiality,
                    new AgreementTerms.Term(
                            LocalDate.parse(term.startsOn()), day(term.endsOn()), term.renewal(), term.noticeDays()),
                    disputes,
                    governance);
        }
    }

    /** The stored form of a notice. */
    record NoticeDocument(Side by, String actor, Instant at, String reason, String endsOn) {

        static @Nullable NoticeDocument of(@Nullable TerminationNotice notice) {
            return notice == null
                    ? null
                    : new NoticeDocument(
                            notice.by(),
                            notice.actor(),
                            notice.at(),
                            notice.reason(),
                            notice.endsOn().toString());
        }

        TerminationNotice toNotice() {
            return new TerminationNotice(by, actor, at, reason, LocalDate.parse(endsOn));
        }
    }
}
