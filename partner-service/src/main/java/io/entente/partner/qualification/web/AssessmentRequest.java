package io.entente.partner.qualification.web;

import io.entente.partner.qualification.Assessment;
import io.entente.partner.qualification.Points;
import io.entente.partner.qualification.policy.QualificationPolicy;
import io.entente.platform.domain.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/partners/{id}/qualification}.
 *
 * @param expectedReferrals in a year
 * @param wouldRefer whom the partner would refer, in the partner's own words
 * @param points what a reviewer gives for the criteria that aren't computed
 * @param redFlags the codes of what speaks against the partnership
 */
record AssessmentRequest(
        @Nullable @Min(0) @Max(100_000) Integer expectedReferrals,
        @Nullable @Size(min = 1, max = 2000) String wouldRefer,
        @Nullable @Size(max = 40) List<@NotNull @Valid PointsRequest> points,
        @Nullable @Size(max = 40) List<@NotBlank @Size(max = 64) String> redFlags) {

    /**
     * What a reviewer gives for one criterion.
     *
     * @param criterion its code
     * @param points from 0 to 5
     * @param note why; no names of persons are needed
     */
    record PointsRequest(
            @NotBlank @Size(max = 64) String criterion,
            @NotNull @Min(0) @Max(Points.MAX) Integer points,
            @Nullable @Size(min = 1, max = 1000) String note) {}

    /** What a policy doesn't know of the body. */
    List<FieldError> errors(QualificationPolicy policy) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<PointsRequest> given = points == null ? List.of() : points;
        for (int i = 0; i < given.size(); i++) {
            String code = given.get(i).criterion();
            String field = "points[%d].criterion".formatted(i);
            if (policy.criterion(code)
                    .filter(each -> each.computedFrom() != null)
                    .isPresent()) {
                errors.add(new FieldError(field, "is computed, so nobody gives points for it"));
            } else if (policy.criterion(code).isEmpty()) {
                errors.add(new FieldError(field, "must be a criterion of the policy that is in force"));
            } else if (!seen.add(code)) {
                errors.add(new FieldError(field, "must be there once"));
            }
        }
        List<String> flags = redFlags == null ? List.of() : redFlags;
        for (int i = 0; i < flags.size(); i++) {
            if (!policy.hasRedFlag(flags.get(i))) {
                errors.add(new FieldError(
                        "redFlags[%d]".formatted(i), "must be a red flag of the policy that is in force"));
            }
        }
        return errors;
    }

    Assessment toAssessment() {
        Map<String, Points> byCriterion = new HashMap<>();
        if (points != null) {
            points.forEach(each -> byCriterion.put(each.criterion(), new Points(each.points(), each.note())));
        }
        return new Assessment(
                expectedReferrals, wouldRefer, byCriterion, redFlags == null ? Set.of() : new HashSet<>(redFlags));
    }
}
