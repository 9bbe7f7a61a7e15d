/** The referral service: referrals from submission to deal, and the history taken over from elsewhere. */
@NullMarked
package io.entente.referral;

import org.jspecify.annotations.NullMarked;
