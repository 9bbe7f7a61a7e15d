/** Stores in MongoDB how entries look in the ledger, the requests for adjustments, and the index of what is due. */
@NullMarked
package io.entente.commission.commissions.mongo;

import org.jspecify.annotations.NullMarked;
