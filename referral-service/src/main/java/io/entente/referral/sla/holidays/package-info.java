/** Public holidays from lists that other projects maintain, and from iCalendar files. */
@NullMarked
package io.entente.referral.sla.holidays;

import org.jspecify.annotations.NullMarked;
