package io.entente.partner.agreements;

import io.entente.partner.agreements.terms.AgreementTerms;
import io.entente.partner.partnership.PartnerId;

/** The command to draft an agreement with a partner. */
public record DraftAgreement(PartnerId partner, String title, AgreementTerms terms) {}
