package io.entente.commission.invoices.vat;

/** How a partner stands towards VAT. */
public enum TaxStatus {
    /** In business and registered for VAT. */
    REGISTERED,
    /** In business, under the small business scheme of its country, so it charges no VAT there. */
    SMALL_BUSINESS_EXEMPT,
    /** A private person, who can't charge VAT. */
    NOT_IN_BUSINESS,
    /** In business outside the European Union. */
    FOREIGN
}
