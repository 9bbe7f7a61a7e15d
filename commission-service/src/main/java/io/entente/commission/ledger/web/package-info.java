/** Balances and the audit of the ledger over HTTP. */
@NullMarked
package io.entente.commission.ledger.web;

import org.jspecify.annotations.NullMarked;
