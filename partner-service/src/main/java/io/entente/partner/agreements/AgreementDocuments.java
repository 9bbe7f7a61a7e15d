package io.entente.partner.agreements;

import io.entente.partner.agreements.terms.AgreementTerms;

/** Writes the document that both sides accept. */
public interface AgreementDocuments {

    /**
     * The text of a version with the names of both sides. It is written once, when the version is proposed, and kept.
     *
     * @param partnerName the partner's name on that day
     */
    String write(Agreement agreement, int number, AgreementTerms terms, String partnerName);
}
