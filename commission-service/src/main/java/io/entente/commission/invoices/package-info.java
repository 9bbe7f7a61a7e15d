/** Self-billed invoices and credit notes: the firm invoices, in a partner's name, what the partner's statement says. */
@NullMarked
package io.entente.commission.invoices;

import org.jspecify.annotations.NullMarked;
