package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.partners.Direction;
import io.entente.referral.partners.Tier;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/sla/policies/{code}}.
 *
 * @param effectiveFrom when the version takes effect; at once if it is absent
 * @param tiers the tiers that the policy is for; if absent or empty, all tiers that no other policy names
 * @param within ISO 8601, such as {@code PT24H}; counted in working hours if a calendar is named
 * @param owner a role, or {@code partner} for the referral's partner
 */
record PolicyRequest(
        @Nullable Instant effectiveFrom,
        @NotNull SlaKind kind,
        @NotNull Direction direction,
        @Nullable @Size(max = 10) List<@NotNull Tier> tiers,
        @NotNull Duration within,
        @Nullable @Size(max = 64) String calendar,
        @Nullable @Size(max = SlaPolicy.MAX_REMINDERS) List<@NotNull @Min(1) @Max(99) Integer> reminders,
        @NotNull @Pattern(regexp = ROLE, message = ROLE_MESSAGE) String owner,
        @Nullable @Size(max = SlaPolicy.MAX_ESCALATIONS) @Valid List<@NotNull EscalationRequest> escalations) {

    private static final String ROLE = "[a-z][a-z0-9-]{0,63}";
    private static final String ROLE_MESSAGE = "must be a role of lower-case letters, digits and hyphens, such as ops";

    /** @param after the time after the breach, ISO 8601 */
    record EscalationRequest(
            @NotNull Duration after, @NotNull @Pattern(regexp = ROLE, message = ROLE_MESSAGE) String to) {}

    SlaPolicy toPolicy(String code, Instant now) {
        check();
        return new SlaPolicy(
                code,
                1,
                effectiveFrom == null ? now : Instant.ofEpochMilli(effectiveFrom.toEpochMilli()),
                kind,
                direction,
                tiers == null ? Set.of() : Set.copyOf(tiers),
                within,
                calendar,
                reminders == null ? List.of() : reminders,
                owner,
                steps().stream()
                        .map(step -> new SlaPolicy.Escalation(step.after(), step.to()))
                        .toList());
    }

    private void check() {
        List<FieldError> errors = new ArrayList<>();
        if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(SlaPolicy.LONGEST) > 0) {
            errors.add(new FieldError("within", "must be from PT1S to " + SlaPolicy.LONGEST));
        }
        for (int i = 0; i < steps().size(); i++) {
            Duration after = steps().get(i).after();
            if (after.isNegative() || after.compareTo(SlaPolicy.LONGEST) > 0) {
                errors.add(new FieldError(
                        "escalations[%d].after".formatted(i), "must be from PT0S to " + SlaPolicy.LONGEST));
            }
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
    }

    private List<EscalationRequest> steps() {
        return escalations == null ? List.of() : escalations;
    }
}
