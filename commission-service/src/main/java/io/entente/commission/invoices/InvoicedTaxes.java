package io.entente.commission.invoices;

import io.entente.commission.commissions.payables.TaxTerms;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.taxes.PayoutTaxes;
import io.entente.platform.domain.Decision;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;

/** Taxes payouts as the program's invoices to the same partner, if the invoice policy says so. */
public final class InvoicedTaxes implements PayoutTaxes {

    private final InvoicePolicies policies;
    private final DetermineTax determineTax;

    public InvoicedTaxes(InvoicePolicies policies, DetermineTax determineTax) {
        this.policies = policies;
        this.determineTax = determineTax;
    }

    @Override
    public Decision<TaxTerms> of(PartnerId partner, CurrencyUnit currency, LocalDate day) {
        InvoicePolicy policy = policies.on(day);
        return policy.paysTax()
                ? determineTax
                        .of(partner, currency, policy, day, day)
                        .map(tax -> new TaxTerms(
                                tax.vat().rate(),
                                tax.profile().withholdingRate(),
                                tax.vat().rule().name()))
                : Decision.allowed(TaxTerms.NONE);
    }
}
