package io.entente.commission.payees;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The program's terms for payees.
 *
 * @param effectiveFrom the day from which this version applies
 * @param blockedCountries countries to which nothing is paid, ISO 3166-1 alpha-2
 * @param accountWarningDays for how many days after an account was entered or changed the approver of a payout is warned
 */
public record PayeePolicy(long version, LocalDate effectiveFrom, Set<String> blockedCountries, int accountWarningDays)
        implements PolicyVersion {

    private static final int COUNTRY_CHARACTERS = 2;
    private static final int BIC_COUNTRY_START = 4;

    public PayeePolicy {
        blockedCountries = Set.copyOf(blockedCountries);
    }

    /** Whether the payee, its address or its account is in a blocked country. */
    public boolean blocks(Payee payee) {
        return !blockedFields(payee).isEmpty();
    }

    /** The fields of the payee that name a blocked country, each with the country. */
    public SortedMap<String, String> blockedFields(Payee payee) {
        String iban = payee.account().iban();
        String bic = payee.account().bic();
        PostalAddress address = payee.address();
        SortedMap<String, String> countries = new TreeMap<>();
        countries.put("country", payee.country());
        if (address != null) {
            countries.put("address.country", address.country());
        }
        if (iban != null) {
            countries.put("iban", iban.substring(0, COUNTRY_CHARACTERS));
        }
        if (bic != null) {
            countries.put("bic", bic.substring(BIC_COUNTRY_START, BIC_COUNTRY_START + COUNTRY_CHARACTERS));
        }
        countries.values().removeIf(country -> !blockedCountries.contains(country));
        return countries;
    }
}
