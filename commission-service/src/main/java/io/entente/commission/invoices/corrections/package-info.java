/** Which earlier invoices a statement corrects, and by how much. */
@NullMarked
package io.entente.commission.invoices.corrections;

import org.jspecify.annotations.NullMarked;
