package io.entente.commission.plans.web;

import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.web.PlanParts.AppliesTo;
import io.entente.commission.plans.web.PlanParts.CapJson;
import io.entente.commission.plans.web.PlanParts.CountingJson;
import io.entente.commission.plans.web.PlanParts.TermJson;
import io.entente.commission.plans.web.PlanParts.TriggerJson;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.constraints.CalendarDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/commission-plans/{code}/versions}: a whole plan without its code, which is in the path.
 *
 * @param noticeReason why the version begins before the program's notice period has passed; it is recorded, and the partners
 *     concerned read it
 */
record VersionRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @CalendarDay LocalDate effectiveFrom,
        @Nullable @CalendarDay LocalDate effectiveTo,
        @Nullable @Valid AppliesTo appliesTo,
        @NotNull @Valid RuleRequest rule,
        @Nullable @Valid TermJson term,
        @Nullable @Valid TriggerJson trigger,
        @Nullable @Valid CapJson cap,
        @Nullable @Valid MoneyJson floor,
        @Nullable @Min(0) @Max(PaymentTerms.MAX_DAYS) Integer holdDays,
        @Nullable @Valid CountingJson tierCounting,
        @Nullable @Size(min = 1, max = 2000) String noticeReason)
        implements PlanFields {}
