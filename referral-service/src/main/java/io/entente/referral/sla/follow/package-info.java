/** Lets running clocks follow calendars that have changed. */
@NullMarked
package io.entente.referral.sla.follow;

import org.jspecify.annotations.NullMarked;
