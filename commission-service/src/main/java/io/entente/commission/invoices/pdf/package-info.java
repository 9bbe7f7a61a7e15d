/** Invoices as PDF with their XML inside. */
@NullMarked
package io.entente.commission.invoices.pdf;

import org.jspecify.annotations.NullMarked;
