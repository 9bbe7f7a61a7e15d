package io.entente.partner.qualification.web;

import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.qualification.Assessment;
import io.entente.partner.qualification.FitFinding;
import io.entente.partner.qualification.Namesakes.Namesake;
import io.entente.partner.qualification.Qualification;
import io.entente.partner.qualification.Recommendation;
import io.entente.partner.qualification.Reference;
import io.entente.partner.qualification.Scorecard;
import io.entente.partner.qualification.policy.FitDimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against a partnership.
 *
 * @param version 0 if nobody has found out anything yet
 * @param policyVersion the version of the criteria, which is in force today
 * @param score in percent of what is attainable; what isn't known counts as 0
 * @param recommendation what the figures speak for; a person decides
 * @param missing the codes of criteria of which not enough is known
 * @param redFlags the codes of what speaks against the partnership
 * @param fit how well the partner's business fits in each dimension, and why
 * @param criteria the rows of the scorecard, whose weighted average is the score
 * @param expectedReferrals in a year; null if nobody has said it
 * @param wouldRefer whom the partner would refer; null if nobody has said it
 * @param duplicates other records that are probably of the same company
 */
record QualificationView(
        String partnerId,
        long version,
        int policyVersion,
        int score,
        Recommendation recommendation,
        List<String> missing,
        List<String> redFlags,
        List<FitView> fit,
        List<CriterionView> criteria,
        @Nullable Integer expectedReferrals,
        @Nullable String wouldRefer,
        List<ReferenceView> references,
        List<DuplicateView> duplicates) {

    static QualificationView of(Qualification qualification, Scorecard scorecard, List<Namesake> namesakes) {
        Assessment assessment = qualification.assessment();
        return new QualificationView(
                qualification.partnerId(),
                qualification.version(),
                scorecard.policyVersion(),
                scorecard.percent(),
                scorecard.recommendation(),
                scorecard.missing(),
                scorecard.redFlags(),
                scorecard.fit().stream().map(FitView::of).toList(),
                scorecard.rows().stream().map(CriterionView::of).toList(),
                assessment.expectedReferrals(),
                assessment.wouldRefer(),
                qualification.references().stream().map(ReferenceView::of).toList(),
                namesakes.stream().map(DuplicateView::of).toList());
    }

    /**
     * How well the partner fits in one dimension.
     *
     * @param percent null if not enough is known
     * @param because each reason as a sentence
     */
    record FitView(FitDimension dimension, @Nullable Integer percent, List<String> because) {

        static FitView of(FitFinding finding) {
            return new FitView(finding.dimension(), finding.percent(), finding.because());
        }
    }

    /**
     * A row of the scorecard.
     *
     * @param weight compared with the other rows
     * @param computed whether its points follow from the fit; if not, a person gives them
     * @param percent null if not enough is known
     */
    record CriterionView(
            String code, String title, int weight, boolean computed, @Nullable Integer percent, @Nullable String note) {

        static CriterionView of(Scorecard.Row row) {
            return new CriterionView(
                    row.criterion().code(),
                    row.criterion().title(),
                    row.criterion().weight(),
                    row.criterion().computedFrom() != null,
                    row.percent(),
                    row.note());
        }
    }

    /**
     * What somebody says who has worked with the partner, in ratings from 1, bad, to 5, good.
     *
     * @param recordedBy who has recorded it
     */
    record ReferenceView(
            String id,
            String source,
            int responsiveness,
            int quality,
            int collaboration,
            int followThrough,
            @Nullable String comment,
            Instant recordedAt,
            String recordedBy) {

        static ReferenceView of(Reference reference) {
            return new ReferenceView(
                    reference.id(),
                    reference.source(),
                    reference.responsiveness(),
                    reference.quality(),
                    reference.collaboration(),
                    reference.followThrough(),
                    reference.comment(),
                    reference.recordedAt(),
                    reference.recordedBy());
        }
    }

    /**
     * Another record that is probably of the same company.
     *
     * @param sameDomain whether it has the same domain; if not, it has the same name
     */
    record DuplicateView(String partnerId, String name, PartnerStatus status, boolean sameDomain) {

        static DuplicateView of(Namesake namesake) {
            return new DuplicateView(
                    namesake.partner().id().value(),
                    namesake.partner().application().name(),
                    namesake.partner().status(),
                    namesake.hasSameDomain());
        }
    }
}
