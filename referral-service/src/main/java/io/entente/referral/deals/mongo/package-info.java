/** Deals in MongoDB. */
@NullMarked
package io.entente.referral.deals.mongo;

import org.jspecify.annotations.NullMarked;
