/** Stores the ledger in MongoDB. */
@NullMarked
package io.entente.commission.ledger.mongo;

import org.jspecify.annotations.NullMarked;
