package io.entente.commission.payouts;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.TaxForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The program's terms for payouts.
 *
 * @param effectiveFrom the first day on which a batch is planned by it
 * @param taxForms by the payee's country, which of these forms must be there before it is paid; {@code *} for all others, an
 *     empty list for none
 * @param sepaCountries whose accounts can be paid in euros by the rules of the Single Euro Payments Area, by the first two
 *     letters of their IBANs
 */
public record PayoutPolicy(
        long version,
        LocalDate effectiveFrom,
        Map<String, List<TaxForm.Type>> taxForms,
        @Nullable Set<String> sepaCountries) {

    private static final String OTHERS = "*";
    private static final int COUNTRY_CHARACTERS = 2;

    /** Whether an account is in the area. */
    public boolean isInSepa(BankAccount account) {
        String iban = account.iban();
        return iban != null && sepaCountries != null && sepaCountries.contains(iban.substring(0, COUNTRY_CHARACTERS));
    }

    /** The forms of which one is needed; none where the list is empty. */
    public List<TaxForm.Type> formsOf(String country) {
        return taxForms.getOrDefault(country, taxForms.getOrDefault(OTHERS, List.of()));
    }
}
