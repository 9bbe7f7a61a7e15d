/** Commissions in MongoDB: how entries are stored in the ledger, requests for adjustments, and the index of what is due. */
@NullMarked
package io.entente.commission.commissions.mongo;

import org.jspecify.annotations.NullMarked;
