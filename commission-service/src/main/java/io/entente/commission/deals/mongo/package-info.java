/** Stores deals and referrals in MongoDB. */
@NullMarked
package io.entente.commission.deals.mongo;

import org.jspecify.annotations.NullMarked;
