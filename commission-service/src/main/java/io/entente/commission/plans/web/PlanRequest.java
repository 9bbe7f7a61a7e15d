package io.entente.commission.plans.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Percent;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.Term;
import io.entente.messaging.rest.FieldError;
import io.entente.messaging.rest.InvalidInputException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/commission-plans}. */
record PlanRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z0-9][a-z0-9-]{0,63}",
                        message = "must be 1 to 64 lower-case letters, digits and hyphens, like standard-2026")
                String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable @Valid AppliesTo appliesTo,
        @NotNull @Valid Rule rule) {

    private static final int MAX_ID = 128;

    /** A field absent, or an empty list, means any. */
    record AppliesTo(
            @Nullable @Size(max = 10) List<@NotNull Tier> tiers,
            @Nullable @Size(max = 10) List<@NotNull PartnershipModel> models,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = MAX_ID) String> partnerIds) {}

    record Rule(
            @NotNull RuleType type,
            @NotNull
                    @Pattern(
                            regexp = "(?!0\\.0+$)0\\.\\d{1,6}|1(\\.0{1,6})?",
                            message = "must be a decimal above 0 and at most 1 with at most 6 decimals, like 0.10")
                    String rate) {}

    /** The earning rules a plan may have. */
    enum RuleType {
        PERCENT
    }

    CommissionPlan toPlan() {
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw InvalidInputException.unprocessable(
                    new FieldError("effectiveTo", "must not be before effectiveFrom, " + effectiveFrom));
        }
        return new CommissionPlan(
                code,
                1,
                name.strip(),
                new Period(effectiveFrom, effectiveTo),
                audience(),
                new Percent(Fraction.of(rule.rate())),
                Term.WHILE_ACTIVE,
                PaymentTerms.USUAL,
                Limits.NONE);
    }

    private Audience audience() {
        if (appliesTo == null) {
            return Audience.ALL;
        }
        return new Audience(
                set(appliesTo.tiers()),
                set(appliesTo.models()),
                set(appliesTo.partnerIds()).stream().map(PartnerId::new).collect(Collectors.toSet()));
    }

    private static <T> Set<T> set(@Nullable List<T> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
