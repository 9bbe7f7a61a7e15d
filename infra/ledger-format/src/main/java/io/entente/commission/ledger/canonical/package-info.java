/** The text of a ledger entry that is hashed, and the entry as JSON. Plain Java without dependencies. */
@NullMarked
package io.entente.commission.ledger.canonical;

import org.jspecify.annotations.NullMarked;
