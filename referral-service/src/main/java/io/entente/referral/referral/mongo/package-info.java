/** Referrals in MongoDB, and the data of their events. */
@NullMarked
package io.entente.referral.referral.mongo;

import org.jspecify.annotations.NullMarked;
