/** Holds members who see their own referrals only to those. */
@NullMarked
package io.entente.referral.referral.web.own;

import org.jspecify.annotations.NullMarked;
