package io.entente.commission.payouts;

import io.entente.commission.payees.TaxForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The program's terms for payouts.
 *
 * @param effectiveFrom the first day on which a batch is planned by it
 * @param taxForms by the payee's country, which of these forms must be there before it is paid; {@code *} for all others, an
 *     empty list for none
 */
public record PayoutPolicy(long version, LocalDate effectiveFrom, Map<String, List<TaxForm.Type>> taxForms) {

    private static final String OTHERS = "*";

    /** The forms of which one is needed; none where the list is empty. */
    public List<TaxForm.Type> formsOf(String country) {
        return taxForms.getOrDefault(country, taxForms.getOrDefault(OTHERS, List.of()));
    }
}
