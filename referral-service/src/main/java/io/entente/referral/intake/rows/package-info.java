/** What the rows of an import do to their referrals. */
@NullMarked
package io.entente.referral.intake.rows;

import org.jspecify.annotations.NullMarked;
