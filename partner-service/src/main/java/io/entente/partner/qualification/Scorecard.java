package io.entente.partner.qualification;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.qualification.policy.Criterion;
import io.entente.partner.qualification.policy.FitDimension;
import io.entente.partner.qualification.policy.QualificationPolicy;
import io.entente.partner.qualification.policy.QualificationPolicy.ReferenceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fit of a partner and its score, with everything that they are made of.
 *
 * @param fit the findings in all dimensions
 * @param rows the criteria that apply to the partner
 * @param percent of what is attainable; what isn't known counts as 0
 * @param missing the codes of criteria of which not enough is known
 * @param redFlags the codes of what speaks against the partnership
 */
public record Scorecard(
        int policyVersion,
        List<FitFinding> fit,
        List<Row> rows,
        int percent,
        List<String> missing,
        List<String> redFlags,
        Recommendation recommendation) {

    /** The red flag of bad references, which nobody has to raise. */
    public static final String BAD_REFERENCES = "bad-references";

    private static final int FULL = 100;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 5;

    /**
     * One row.
     *
     * @param percent null if not enough is known
     * @param note why a reviewer gave these points; null if nobody said it or it is computed
     */
    public record Row(Criterion criterion, @Nullable Integer percent, @Nullable String note) {}

    /** Computes the scorecard of a partner under a version of the policy. */
    public static Scorecard of(
            QualificationPolicy policy,
            PartnershipModel model,
            PartnerDetails details,
            Assessment assessment,
            List<Reference> references) {
        List<FitFinding> fit = new ArrayList<>(Fit.of(policy.fit(), details, assessment.expectedReferrals()));
        fit.add(references(policy.references(), references));
        List<Row> rows = policy.criteria().stream()
                .filter(criterion -> criterion.isFor(model))
                .map(criterion -> row(criterion, fit, assessment))
                .toList();
        int weights = rows.stream().mapToInt(row -> row.criterion().weight()).sum();
        int reached = rows.stream()
                .mapToInt(row -> row.percent() == null
                        ? 0
                        : row.percent() * row.criterion().weight())
                .sum();
        int percent = weights == 0 ? 0 : reached / weights;
        List<String> missing = rows.stream()
                .filter(row -> row.percent() == null)
                .map(row -> row.criterion().code())
                .toList();
        Set<String> flags = new TreeSet<>(assessment.redFlags());
        if (isTrend(policy.references(), references)) {
            flags.add(BAD_REFERENCES);
        }
        return new Scorecard(
                policy.version(),
                fit,
                rows,
                percent,
                missing,
                List.copyOf(flags),
                recommendation(policy, percent, missing, flags));
    }

    private static Recommendation recommendation(
            QualificationPolicy policy, int percent, List<String> missing, Set<String> flags) {
        if (!missing.isEmpty()) {
            return Recommendation.FIND_OUT_MORE;
        }
        if (percent < policy.approveFrom()) {
            return Recommendation.DECLINE;
        }
        return flags.isEmpty() ? Recommendation.APPROVE : Recommendation.TALK_ABOUT_RED_FLAGS;
    }

    private static Row row(Criterion criterion, List<FitFinding> fit, Assessment assessment) {
        if (criterion.computedFrom() != null) {
            Integer computed = fit.stream()
                    .filter(finding -> finding.dimension() == criterion.computedFrom())
                    .findFirst()
                    .flatMap(finding -> Optional.ofNullable(finding.percent()))
                    .orElse(null);
            return new Row(criterion, computed, null);
        }
        Points given = assessment.points().get(criterion.code());
        return given == null ? new Row(criterion, null, null) : new Row(criterion, given.percent(), given.note());
    }

    private static FitFinding references(ReferenceRules rules, List<Reference> references) {
        if (references.size() < rules.required()) {
            return FitFinding.unknown(
                    FitDimension.REFERENCES,
                    "There are %d references; a decision needs %d.".formatted(references.size(), rules.required()));
        }
        double average =
                references.stream().mapToDouble(Reference::average).average().orElse(LOWEST);
        long bad = bad(rules, references);
        List<String> because = new ArrayList<>();
        because.add(String.format(Locale.ROOT, "%d references give %.1f of 5 on average.", references.size(), average));
        if (bad > 0) {
            because.add(
                    isTrend(rules, references)
                            ? "%d of them are bad, which is a trend.".formatted(bad)
                            : "%d of them are bad, which may be outliers.".formatted(bad));
        }
        int percent = (int) Math.round(FULL * (average - LOWEST) / (HIGHEST - LOWEST));
        return new FitFinding(FitDimension.REFERENCES, percent, because);
    }

    private static boolean isTrend(ReferenceRules rules, List<Reference> references) {
        return bad(rules, references) >= rules.trendFrom();
    }

    private static long bad(ReferenceRules rules, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.average() < rules.badBelow())
                .count();
    }
}
