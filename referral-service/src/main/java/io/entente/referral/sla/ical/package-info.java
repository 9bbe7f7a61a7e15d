/** Reads holidays from iCalendar files. */
@NullMarked
package io.entente.referral.sla.ical;

import org.jspecify.annotations.NullMarked;
