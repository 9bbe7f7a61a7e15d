/** Keeps the deliveries of messages about referrals in MongoDB. */
@NullMarked
package io.entente.referral.disputes.mongo;

import org.jspecify.annotations.NullMarked;
