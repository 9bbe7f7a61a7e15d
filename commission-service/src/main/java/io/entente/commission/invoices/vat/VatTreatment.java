package io.entente.commission.invoices.vat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The VAT of an invoice.
 *
 * @param rate percent; 0 if the invoice carries no VAT
 * @param law that the invoice quotes beside the general note; null if there is none
 */
public record VatTreatment(VatRule rule, BigDecimal rate, @Nullable String law) {

    static VatTreatment without(VatRule rule) {
        return new VatTreatment(rule, BigDecimal.ZERO, null);
    }
}
