/** Quarterly statements of the revenue, commission and payments of partners, and the partners' disputes about them. */
@NullMarked
package io.entente.commission.statements;

import org.jspecify.annotations.NullMarked;
