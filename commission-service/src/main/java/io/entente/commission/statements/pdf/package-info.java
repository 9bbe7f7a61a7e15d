/** Statements as pages to print. */
@NullMarked
package io.entente.commission.statements.pdf;

import org.jspecify.annotations.NullMarked;
