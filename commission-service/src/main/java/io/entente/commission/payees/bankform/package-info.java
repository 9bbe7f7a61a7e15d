/** Payees as banks accept them: the characters of names and addresses, and the rules for accounts. */
@NullMarked
package io.entente.commission.payees.bankform;

import org.jspecify.annotations.NullMarked;
