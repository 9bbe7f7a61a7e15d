package io.entente.commission.invoices;

import java.util.List;

/** Writes invoices in the form of EN 16931 (UN/CEFACT Cross Industry Invoice) and checks them against its rules. */
public interface ElectronicInvoice {

    String write(Invoice invoice);

    /**
     * What an XML invoice violates: its schema or, if it follows the schema, the rules of the standard, in the words of the
     * standard; empty if it is valid.
     */
    List<String> violations(String xml);
}
