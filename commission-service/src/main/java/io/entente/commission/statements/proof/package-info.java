/** The proof of a statement: its figures with the ledger entries from which anybody can compute them again. */
@NullMarked
package io.entente.commission.statements.proof;

import org.jspecify.annotations.NullMarked;
