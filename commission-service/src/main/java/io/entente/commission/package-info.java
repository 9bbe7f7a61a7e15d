/** The commission service: what partners earn by which plan, and the ledger that holds it. */
@NullMarked
package io.entente.commission;

import org.jspecify.annotations.NullMarked;
