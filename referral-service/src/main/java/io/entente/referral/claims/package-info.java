/** The adapter between referrals and attribution: claims on clients follow what is written to referrals. */
@NullMarked
package io.entente.referral.claims;

import org.jspecify.annotations.NullMarked;
