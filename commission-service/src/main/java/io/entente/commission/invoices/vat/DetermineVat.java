package io.entente.commission.invoices.vat;

import io.entente.platform.domain.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Decides the VAT of a partner's service to the firm. The service is supplied where the firm is established (Art. 44 of
 * Directive 2006/112/EC). A refusal says what is missing in the tax profile, the program's policy or the table of rates.
 */
public final class DetermineVat {

    private final VatRates rates;

    public DetermineVat(VatRates rates) {
        this.rates = rates;
    }

    /**
     * @param day the last day of the period in which the service was supplied
     * @param currency of the invoice
     */
    public Decision<VatTreatment> of(TaxProfile seller, Party buyer, LocalDate day, String currency) {
        boolean sameCountry = seller.party().country().equals(buyer.country());
        if (seller.status() == TaxStatus.NOT_IN_BUSINESS) {
            return Decision.allowed(VatTreatment.without(VatRule.NOT_IN_BUSINESS));
        }
        if (seller.reverseCharge() != null) {
            return seller.reverseCharge() ? reverseCharge(seller, buyer) : atHome(seller, buyer, day, currency);
        }
        if (sameCountry) {
            return atHome(seller, buyer, day, currency);
        }
        return rates.isInEu(buyer.country())
                ? reverseCharge(seller, buyer)
                : Decision.allowed(VatTreatment.without(VatRule.OUTSIDE_SCOPE));
    }

    private Decision<VatTreatment> reverseCharge(TaxProfile seller, Party buyer) {
        if (buyer.vatId() == null) {
            return Decision.rejected("Reverse charge needs the firm's VAT id in the invoice policy.");
        }
        boolean needsVatId = rates.isInEu(seller.party().country());
        if (needsVatId ? seller.party().vatId() == null : !seller.party().hasTaxId()) {
            return Decision.rejected(
                    needsVatId
                            ? "Reverse charge needs the partner's VAT id in its tax profile."
                            : "Reverse charge needs the partner's VAT id or tax number in its tax profile.");
        }
        return Decision.allowed(VatTreatment.without(VatRule.REVERSE_CHARGE));
    }

    /** The VAT of the buyer's country, in which the seller is established too, or has to charge VAT. */
    private Decision<VatTreatment> atHome(TaxProfile seller, Party buyer, LocalDate day, String currency) {
        VatRate rate = rates.of(buyer.country(), day).orElse(null);
        if (rate == null) {
            return Decision.rejected("No VAT rate of %s is in force on %s. Add it to the table of VAT rates."
                    .formatted(buyer.country(), day));
        }
        if (rate.rate() == null) {
            return Decision.allowed(VatTreatment.without(VatRule.NO_VAT_IN_COUNTRY));
        }
        if (!seller.party().hasTaxId()) {
            return Decision.rejected("The partner's tax profile must have a VAT id or a tax number.");
        }
        if (seller.status() == TaxStatus.SMALL_BUSINESS_EXEMPT) {
            return Decision.allowed(new VatTreatment(VatRule.SMALL_BUSINESS, BigDecimal.ZERO, rate.smallBusinessLaw()));
        }
        if (!rate.currency().equals(currency)) {
            return Decision.rejected("VAT of %s must be stated in %s, and the invoice is in %s. Invoice it by hand."
                    .formatted(buyer.country(), rate.currency(), currency));
        }
        return Decision.allowed(new VatTreatment(VatRule.DOMESTIC, rate.rate(), null));
    }
}
