/** Referrals in MongoDB, and what is published of them. */
@NullMarked
package io.entente.referral.submission.mongo;

import org.jspecify.annotations.NullMarked;
