/** How a partner is taxed, and which VAT an invoice to the firm carries. A tax profile never appears in an event or a log. */
@NullMarked
package io.entente.commission.invoices.vat;

import org.jspecify.annotations.NullMarked;
