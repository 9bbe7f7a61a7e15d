/** The forecast's view of referrals and its list of open commissions in MongoDB. */
@NullMarked
package io.entente.commission.forecast.mongo;

import org.jspecify.annotations.NullMarked;
