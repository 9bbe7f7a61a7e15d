package io.entente.commission.invoices;

/** What a document asks for, with its code of UNTDID 1001. Amounts of both kinds are positive. */
public enum InvoiceKind {
    /** A self-billed invoice: the firm owes the partner. */
    INVOICE("389"),
    /** A self-billed credit note: more was taken back than earned. */
    CREDIT_NOTE("261");

    private final String code;

    InvoiceKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
