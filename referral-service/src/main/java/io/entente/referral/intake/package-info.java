/** Imports referrals from files. The rows are staged and imported in order, and each row gets an outcome. */
@NullMarked
package io.entente.referral.intake;

import org.jspecify.annotations.NullMarked;
