/** A partner's chain of ledger transactions as statements read it: sections, lines and the days on which lines count. */
@NullMarked
package io.entente.commission.statements.chain;

import org.jspecify.annotations.NullMarked;
