package io.entente.partner.agreements;

import io.entente.partner.agreements.terms.AgreementTerms;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agreement's terms. A version that both sides have accepted is never changed.
 *
 * @param number counted from 1
 * @param document the exact text that both sides accept, as JSON; null while the version is a draft
 * @param documentHash SHA-256 of the document's UTF-8 bytes, in hexadecimal digits; null while the version is a draft
 * @param draftedBy who wrote the terms last
 */
public record AgreementVersion(
        int number,
        Status status,
        AgreementTerms terms,
        @Nullable String document,
        @Nullable String documentHash,
        String draftedBy,
        Instant draftedAt,
        @Nullable Acceptance firm,
        @Nullable Acceptance partner) {

    /** How far a version is. */
    public enum Status {
        DRAFT,
        PROPOSED,
        ACCEPTED
    }

    static AgreementVersion draft(int number, AgreementTerms terms, String by, Instant at) {
        return new AgreementVersion(number, Status.DRAFT, terms, null, null, by, at, null, null);
    }

    AgreementVersion withTerms(AgreementTerms other) {
        return new AgreementVersion(number, status, other, document, documentHash, draftedBy, draftedAt, firm, partner);
    }

    AgreementVersion proposed(String text, String hash) {
        return new AgreementVersion(number, Status.PROPOSED, terms, text, hash, draftedBy, draftedAt, null, null);
    }

    AgreementVersion withdrawn() {
        return draft(number, terms, draftedBy, draftedAt);
    }

    AgreementVersion accepted(Side side, Acceptance acceptance) {
        Acceptance byFirm = side == Side.FIRM ? acceptance : firm;
        Acceptance byPartner = side == Side.PARTNER ? acceptance : partner;
        Status reached = byFirm != null && byPartner != null ? Status.ACCEPTED : status;
        return new AgreementVersion(
                number, reached, terms, document, documentHash, draftedBy, draftedAt, byFirm, byPartner);
    }

    /** The acceptance of one side; empty if it hasn't accepted. */
    public Optional<Acceptance> acceptance(Side side) {
        return Optional.ofNullable(side == Side.FIRM ? firm : partner);
    }
}
