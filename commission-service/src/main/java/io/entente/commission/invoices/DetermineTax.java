package io.entente.commission.invoices;

import io.entente.commission.invoices.vat.DetermineVat;
import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.TaxProfiles;
import io.entente.commission.invoices.vat.VatTreatment;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/** Decides how a partner's commission is taxed. A refusal says what is missing. */
public final class DetermineTax {

    private final TaxProfiles profiles;
    private final DetermineVat determineVat;

    public DetermineTax(TaxProfiles profiles, DetermineVat determineVat) {
        this.profiles = profiles;
        this.determineVat = determineVat;
    }

    /**
     * @param policy that wants invoices to be issued
     * @param taxedOn the day whose tax profile and rates count
     * @param today until which the partner must have agreed to self-billing
     */
    public Decision<Tax> of(
            PartnerId partner, CurrencyUnit currency, InvoicePolicy policy, LocalDate taxedOn, LocalDate today) {
        TaxProfile profile = profiles.effectiveOn(partner, taxedOn).orElse(null);
        if (profile == null) {
            return Decision.rejected("The partner has no tax profile that is effective on %s.".formatted(taxedOn));
        }
        LocalDate agreed = profile.selfBillingAgreedOn();
        if (agreed == null || agreed.isAfter(today)) {
            return Decision.rejected(
                    "The partner has not agreed to self-billing: selfBillingAgreedOn is missing in its tax profile.");
        }
        return determineVat
                .of(profile, Objects.requireNonNull(policy.buyer()), taxedOn, currency.getCode())
                .map(vat -> new Tax(profile, vat));
    }

    /** The tax profile that an issued invoice followed. */
    TaxProfile followedBy(Invoice invoice) {
        return profiles.version(invoice.partnerId(), invoice.taxProfileVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "Invoice %s must follow a tax profile that is stored".formatted(invoice.number())));
    }

    /** The tax profile that counts, and the VAT that follows from it. */
    public record Tax(TaxProfile profile, VatTreatment vat) {}
}
