package io.entente.commission.payouts.policy;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.TaxForm;
import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The program's terms for payouts.
 *
 * @param effectiveFrom batches planned from this day on follow this version
 * @param taxForms by the payee's country, the forms of which one must be present before the payee is paid; {@code *} for all
 *     other countries, an empty list for none
 * @param sepaCountries the countries whose accounts can be paid in euros under the rules of the Single Euro Payments Area, by
 *     the first two letters of the IBAN
 */
public record PayoutPolicy(
        long version,
        LocalDate effectiveFrom,
        Map<String, List<TaxForm.Type>> taxForms,
        @Nullable Set<String> sepaCountries)
        implements PolicyVersion {

    private static final String OTHERS = "*";
    private static final int COUNTRY_CHARACTERS = 2;

    /** Whether an account is in the Single Euro Payments Area. */
    public boolean isInSepa(BankAccount account) {
        String iban = account.iban();
        return iban != null && sepaCountries != null && sepaCountries.contains(iban.substring(0, COUNTRY_CHARACTERS));
    }

    /** The forms of which one is required; none if the list is empty. */
    public List<TaxForm.Type> formsOf(String country) {
        return taxForms.getOrDefault(country, taxForms.getOrDefault(OTHERS, List.of()));
    }
}
