package io.entente.referral.sla;

import java.time.Instant;

/**
 * A change of a clock's due date, because running clocks follow a new version of the calendar.
 *
 * @param calendar the new version
 * @param at when it was stored
 */
public record ClockMove(PolicyRef calendar, Instant at, Instant previousDueAt, Instant dueAt) {}
