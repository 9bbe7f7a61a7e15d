/** Invoices as EN 16931 XML, and the standard's own rules. */
@NullMarked
package io.entente.commission.invoices.einvoice;

import org.jspecify.annotations.NullMarked;
