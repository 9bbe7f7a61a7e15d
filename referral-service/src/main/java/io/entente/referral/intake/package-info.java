/** Referrals taken over from files: staged, worked off in order, each row with its outcome. */
@NullMarked
package io.entente.referral.intake;

import org.jspecify.annotations.NullMarked;
