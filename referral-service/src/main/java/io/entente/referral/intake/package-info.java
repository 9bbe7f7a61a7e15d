/** Imports of referrals from files: staged, processed in order, each row with its outcome. */
@NullMarked
package io.entente.referral.intake;

import org.jspecify.annotations.NullMarked;
