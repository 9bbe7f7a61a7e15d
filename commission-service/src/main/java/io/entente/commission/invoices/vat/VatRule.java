package io.entente.commission.invoices.vat;

import org.jspecify.annotations.Nullable;

/** Why an invoice carries VAT or none, with the category of UNTDID 5305 and the code of the VATEX list. */
public enum VatRule {
    /** Seller and buyer are in the same country, whose standard rate applies. */
    DOMESTIC("S", null),
    /** The buyer accounts for the VAT: Art. 44 and 196 of Directive 2006/112/EC. */
    REVERSE_CHARGE("AE", "VATEX-EU-AE"),
    /** The seller is under the small business scheme of its country: Art. 284 of the directive. */
    SMALL_BUSINESS("E", null),
    /** The seller is no taxable person: Art. 9 of the directive. */
    NOT_IN_BUSINESS("O", "VATEX-EU-O"),
    /** The place of supply is the buyer's country, which is outside the European Union: Art. 44 of the directive. */
    OUTSIDE_SCOPE("O", "VATEX-EU-O"),
    /** The country of seller and buyer has no VAT. */
    NO_VAT_IN_COUNTRY("O", "VATEX-EU-O");

    private final String category;
    private final @Nullable String exemptionCode;

    VatRule(String category, @Nullable String exemptionCode) {
        this.category = category;
        this.exemptionCode = exemptionCode;
    }

    public String category() {
        return category;
    }

    public @Nullable String exemptionCode() {
        return exemptionCode;
    }

    /** Whether the invoice is outside the scope of VAT, so that it must not name VAT ids (EN 16931, BR-O-02). */
    public boolean isOutOfScope() {
        return category.equals("O");
    }
}
