/** Payouts in MongoDB. */
@NullMarked
package io.entente.commission.payouts.mongo;

import org.jspecify.annotations.NullMarked;
