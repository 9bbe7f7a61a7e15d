package io.entente.commission.plans.web;

import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * The body of {@code POST /api/commission-plans/{code}/retire}.
 *
 * @param on the last day on which the plan is in force
 */
record RetireRequest(@NotNull @CalendarDay LocalDate on) {}
