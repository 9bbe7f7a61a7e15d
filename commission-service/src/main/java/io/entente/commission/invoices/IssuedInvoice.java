package io.entente.commission.invoices;

/**
 * An invoice with its EN 16931 XML. The XML is the original: it is written once, checked against the rules of the standard,
 * and stored with the invoice.
 */
public record IssuedInvoice(Invoice invoice, String xml) {}
