/** The values that a referral keeps: who introduced whom, what was asked, noted, rated and agreed. */
@NullMarked
package io.entente.referral.referral.facts;

import org.jspecify.annotations.NullMarked;
