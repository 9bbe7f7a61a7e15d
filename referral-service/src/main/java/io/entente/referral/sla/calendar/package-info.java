/** Working hours and public holidays, and time measured in them. */
@NullMarked
package io.entente.referral.sla.calendar;

import org.jspecify.annotations.NullMarked;
