package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.DraftPlan;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/commission-plans}, and the draft of a simulation.
 *
 * @param noticeReason why the plan takes partners from another one before the program's notice period has passed; it is recorded,
 *     and the partners concerned read it. A simulation ignores it
 */
record PlanRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z0-9][a-z0-9-]{0,63}",
                        message = "must be 1 to 64 lower-case letters, digits and hyphens, such as standard-2026")
                String code,
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
        implements PlanFields, DraftPlan {

    /** The first version of the plan. */
    @Override
    public CommissionPlan toPlan() {
        return toPlan(code);
    }
}
