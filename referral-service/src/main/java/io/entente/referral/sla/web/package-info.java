/** The API of SLA policies, calendars and clocks. */
@NullMarked
package io.entente.referral.sla.web;

import org.jspecify.annotations.NullMarked;
