/** VIES, the European Commission's register of VAT ids. */
@NullMarked
package io.entente.commission.invoices.vies;

import org.jspecify.annotations.NullMarked;
