/**
 * Decides which partner introduced a client: claims, their protection, and conflicts between claims. Referrals are known here
 * by their ids and through the port {@link io.entente.referral.attribution.Claimants}.
 */
@NullMarked
package io.entente.referral.attribution;

import org.jspecify.annotations.NullMarked;
