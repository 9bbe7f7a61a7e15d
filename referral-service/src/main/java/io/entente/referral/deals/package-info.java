/** The deals that clients of a referral close, and their reversals. */
@NullMarked
package io.entente.referral.deals;

import org.jspecify.annotations.NullMarked;
