/**
 * Whose a client is: identity, claims, conflicts and how they are decided, the protection of a claim. Referrals are known here
 * by their ids and through the port {@link io.entente.referral.attribution.Claimants}.
 */
@NullMarked
package io.entente.referral.attribution;

import org.jspecify.annotations.NullMarked;
