package io.entente.partner.agreements.memorandum;

import io.entente.partner.agreements.terms.AgreementTerms;

/** The document that both sides accept by its hash. */
record DocumentJson(String agreementId, int agreementVersion, String title, Parties parties, AgreementTerms terms) {

    /** The two sides. */
    record Parties(String firm, String partner, String partnerId) {}
}
