package io.entente.partner.agreements.policy;

import io.entente.partner.agreements.terms.Profession;
import java.util.Set;

/**
 * Whether members of a profession may be paid for a referral in a country.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param source the law or the rule of the profession
 */
public record FeeRule(Profession profession, Set<String> countries, FeeTreatment treatment, String source) {

    public FeeRule {
        countries = Set.copyOf(countries);
    }
}
