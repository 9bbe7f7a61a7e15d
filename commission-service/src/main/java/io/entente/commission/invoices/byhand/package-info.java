/** Statements that a person invoiced, because the program can't. */
@NullMarked
package io.entente.commission.invoices.byhand;

import org.jspecify.annotations.NullMarked;
