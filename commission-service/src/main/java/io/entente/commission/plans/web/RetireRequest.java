package io.entente.commission.plans.web;

import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/commission-plans/{code}/retire}.
 *
 * @param on the last day on which the plan is in force
 * @param noticeReason why the plan ends before the program's notice period has passed; it is recorded, and the partners
 *     concerned read it
 */
record RetireRequest(@NotNull @CalendarDay LocalDate on, @Nullable @Size(min = 1, max = 2000) String noticeReason) {}
