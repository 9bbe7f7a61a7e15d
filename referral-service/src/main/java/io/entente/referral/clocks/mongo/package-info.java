/** The clocks that are embedded in the referrals, in MongoDB. */
@NullMarked
package io.entente.referral.clocks.mongo;

import org.jspecify.annotations.NullMarked;
