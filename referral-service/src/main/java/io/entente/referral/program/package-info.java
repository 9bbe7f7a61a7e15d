/** The lists that the program keeps for its referrals: the reasons it gives, and the questions it asks first. */
@NullMarked
package io.entente.referral.program;

import org.jspecify.annotations.NullMarked;
