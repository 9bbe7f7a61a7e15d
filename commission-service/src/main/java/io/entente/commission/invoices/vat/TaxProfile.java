package io.entente.commission.invoices.vat;

import io.entente.commission.partners.PartnerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of how a partner is taxed. Versions are appended and never changed. An invoice follows the latest version that
 * is effective on the last day of the invoiced period.
 *
 * @param party the partner as its invoices name it; the address says where it is established
 * @param reverseCharge true or false if a tax adviser decided against what the rules of {@link DetermineVat} say; null
 *     follows the rules
 * @param withholdingRate percent of the net amount that the firm keeps back for the tax office, such as 15; 0 if none
 * @param withholdingReason the law that requires it, as the invoice quotes it
 * @param selfBillingAgreedOn when the partner agreed that the firm writes its invoices (Art. 224 of Directive 2006/112/EC);
 *     without it no invoice is issued
 * @param changedBy who entered it or asked for it
 * @param vatIdCheck what a register said about the VAT id; null if none was asked
 * @param version 1 for the first, without gaps
 */
public record TaxProfile(
        PartnerId partnerId,
        LocalDate effectiveFrom,
        TaxStatus status,
        Party party,
        @Nullable Boolean reverseCharge,
        BigDecimal withholdingRate,
        @Nullable String withholdingReason,
        @Nullable LocalDate selfBillingAgreedOn,
        String changedBy,
        Instant changedAt,
        @Nullable VatIdCheck vatIdCheck,
        long version) {

    /** The same as another version, with what a register said about its VAT id. */
    public TaxProfile next(@Nullable VatIdCheck check, long number) {
        return new TaxProfile(
                partnerId,
                effectiveFrom,
                status,
                party,
                reverseCharge,
                withholdingRate,
                withholdingReason,
                selfBillingAgreedOn,
                changedBy,
                changedAt,
                check,
                number);
    }

    /** Whether a register has confirmed the VAT id. */
    public boolean isVatIdConfirmed() {
        return vatIdCheck != null && vatIdCheck.isValid();
    }

    /** Whether another version says the same, whoever stored it and when. */
    public boolean saysTheSameAs(TaxProfile other) {
        return equals(new TaxProfile(
                other.partnerId,
                other.effectiveFrom,
                other.status,
                other.party,
                other.reverseCharge,
                other.withholdingRate,
                other.withholdingReason,
                other.selfBillingAgreedOn,
                changedBy,
                changedAt,
                vatIdCheck,
                version));
    }

    /** Contains nothing that identifies a person. */
    @Override
    public String toString() {
        return "TaxProfile[" + partnerId + ", version " + version + "]";
    }
}
