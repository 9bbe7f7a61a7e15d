/** The SLA clocks of a referral: which state starts, pauses and ends which promise. */
@NullMarked
package io.entente.referral.clocks;

import org.jspecify.annotations.NullMarked;
