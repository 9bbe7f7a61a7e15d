/** Statements as PDF. */
@NullMarked
package io.entente.commission.statements.pdf;

import org.jspecify.annotations.NullMarked;
