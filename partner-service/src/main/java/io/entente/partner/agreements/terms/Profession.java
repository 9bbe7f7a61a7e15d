package io.entente.partner.agreements.terms;

/** Professions whose rules limit fees for referrals. */
public enum Profession {
    LAWYER,
    TAX_ADVISER,
    ACCOUNTANT,
    INVESTMENT_ADVISER,
    PHYSICIAN
}
