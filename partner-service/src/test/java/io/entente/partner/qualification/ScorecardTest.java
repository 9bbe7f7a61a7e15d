package io.entente.partner.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.details.Positioning;
import io.entente.partner.qualification.policy.Criterion;
import io.entente.partner.qualification.policy.FitDimension;
import io.entente.partner.qualification.policy.QualificationPolicy;
import io.entente.platform.domain.policy.PolicyVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The scorecard under the criteria that come with the service. */
class ScorecardTest {

    private static final QualificationPolicy POLICY = delivered().on(LocalDate.of(2026, 11, 29));

    private static final PartnerDetails FITTING = details(
            List.of("International Tax Advice", "payroll"), List.of("logistics", "shipping"), Positioning.SPECIALIST);

    private static final Map<String, Points> POINTS =
            Map.of("quality", new Points(4, "Two samples."), "commitment", new Points(5, null));

    @Test
    void each_figure_of_the_fit_has_its_reason() {
        List<FitFinding> fit = Fit.of(POLICY.fit(), FITTING, 8);

        assertThat(fit)
                .containsExactly(
                        new FitFinding(
                                FitDimension.COMPLEMENTARY_SERVICES,
                                100,
                                List.of("Clients need International Tax Advice during the firm's services.")),
                        new FitFinding(
                                FitDimension.IDEAL_CLIENT,
                                50,
                                List.of("The firm wants clients in logistics, 1 of 2 industries of the partner.")),
                        new FitFinding(
                                FitDimension.POSITIONING,
                                100,
                                List.of("A partner that is specialist fits with the firm's own position to 100 %.")),
                        new FitFinding(
                                FitDimension.TERRITORY, 100, List.of("The firm wants clients in all countries.")),
                        new FitFinding(
                                FitDimension.POTENTIAL,
                                75,
                                List.of(
                                        "8 referrals a year are expected; 4 are enough, and 12 are as good as can be.")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0", "3, 0", "4, 50", "6, 62", "12, 100", "40, 100"})
    void two_or_three_referrals_a_year_are_not_worth_managing(int expected, int percent) {
        assertThat(Fit.of(POLICY.fit(), FITTING, expected).get(4).percent()).isEqualTo(percent);
    }

    @Test
    void a_partner_that_does_what_the_firm_does_competes() {
        PartnerDetails both = details(List.of("strategy", "audit"), List.of("health"), Positioning.LOW_COST);
        PartnerDetails rival = details(List.of("Corporate Strategy"), List.of("health"), Positioning.LOW_COST);
        assertThat(Fit.of(POLICY.fit(), both, 9).get(0).percent()).isEqualTo(50);
        assertThat(Fit.of(POLICY.fit(), rival, 9).get(0))
                .isEqualTo(new FitFinding(
                        FitDimension.COMPLEMENTARY_SERVICES, 0, List.of("The firm offers Corporate Strategy itself.")));
        assertThat(Fit.of(POLICY.fit(), rival, 9).get(2).percent()).isZero();
    }

    @Test
    void what_is_not_known_is_missing_and_counts_as_nothing() {
        Scorecard nothing =
                Scorecard.of(POLICY, PartnershipModel.REFERRAL, PartnerDetails.NONE, Assessment.NONE, List.of());
        assertThat(nothing.percent()).isZero();
        assertThat(nothing.recommendation()).isEqualTo(Recommendation.FIND_OUT_MORE);
        assertThat(nothing.missing()).hasSize(8).contains("potential", "references", "commitment");
    }

    @Test
    void the_score_is_the_weighted_average_and_financial_stability_counts_for_delivery_only() {
        List<Reference> references = List.of(reference(4, 4, 4, 4), reference(5, 5, 5, 5));
        Scorecard referral = Scorecard.of(
                POLICY, PartnershipModel.REFERRAL, FITTING, new Assessment(8, null, POINTS, Set.of()), references);
        // (20*100 + 15*50 + 10*100 + 5*100 + 15*75 + 15*88 + 10*80 + 10*100) / 100
        assertThat(referral.percent()).isEqualTo(84);
        assertThat(referral.recommendation()).isEqualTo(Recommendation.APPROVE);

        Scorecard delivery = Scorecard.of(
                POLICY,
                PartnershipModel.SUBCONTRACTING,
                FITTING,
                new Assessment(8, null, POINTS, Set.of()),
                references);
        assertThat(delivery.missing()).containsExactly("financial-stability");
        assertThat(delivery.percent()).isEqualTo(73);
    }

    @Test
    void a_red_flag_asks_for_a_talk_and_a_low_score_speaks_against_the_partnership() {
        List<Reference> references = List.of(reference(4, 4, 4, 4), reference(5, 5, 5, 5));
        Assessment flagged = new Assessment(8, null, POINTS, Set.of("one-sided-interest"));
        assertThat(Scorecard.of(POLICY, PartnershipModel.REFERRAL, FITTING, flagged, references)
                        .recommendation())
                .isEqualTo(Recommendation.TALK_ABOUT_RED_FLAGS);
        PartnerDetails rival = details(List.of("strategy"), List.of("farming"), Positioning.LOW_COST);
        assertThat(Scorecard.of(
                                POLICY,
                                PartnershipModel.REFERRAL,
                                rival,
                                new Assessment(2, null, POINTS, Set.of()),
                                references)
                        .recommendation())
                .isEqualTo(Recommendation.DECLINE);
    }

    @Test
    void one_bad_reference_may_be_an_outlier_and_three_are_a_trend() {
        List<Reference> references = new ArrayList<>(
                List.of(reference(5, 5, 5, 5), reference(5, 4, 5, 5), reference(5, 5, 4, 5), reference(1, 2, 2, 2)));
        Scorecard outlier = card(references);
        assertThat(outlier.redFlags()).isEmpty();
        assertThat(because(outlier)).contains("1 of them are bad, which may be outliers.");

        references.add(reference(2, 2, 3, 2));
        assertThat(card(references).redFlags()).isEmpty();
        references.add(reference(1, 1, 1, 1));
        Scorecard trend = card(references);
        assertThat(trend.redFlags()).containsExactly(Scorecard.BAD_REFERENCES);
        assertThat(trend.recommendation()).isEqualTo(Recommendation.TALK_ABOUT_RED_FLAGS);
        assertThat(because(trend)).contains("3 of them are bad, which is a trend.");
    }

    @Test
    void a_policy_with_the_same_code_twice_is_refused() {
        assertThatThrownBy(() -> new QualificationPolicy(
                        3,
                        LocalDate.of(2026, 1, 1),
                        POLICY.fit(),
                        50,
                        List.of(new Criterion("a", "A", 1, null, Set.of()), new Criterion("a", "B", 1, null, Set.of())),
                        List.of(),
                        POLICY.references()))
                .hasMessageContaining("The code a is used twice");
    }

    private static Scorecard card(List<Reference> references) {
        return Scorecard.of(
                POLICY, PartnershipModel.REFERRAL, FITTING, new Assessment(12, null, POINTS, Set.of()), references);
    }

    private static List<String> because(Scorecard scorecard) {
        return scorecard.fit().get(5).because();
    }

    private static Reference reference(int responsiveness, int quality, int collaboration, int followThrough) {
        return new Reference(
                "rfc_1",
                "client",
                responsiveness,
                quality,
                collaboration,
                followThrough,
                null,
                Instant.EPOCH,
                "user:pm-1");
    }

    private static PartnerDetails details(List<String> services, List<String> industries, Positioning positioning) {
        return new PartnerDetails(
                null, null, List.of("MY", "SG"), industries, services, null, positioning, List.of(), null);
    }

    private static PolicyVersions<QualificationPolicy> delivered() {
        try (InputStream file = Objects.requireNonNull(
                ScorecardTest.class.getResourceAsStream("/policy/qualification-policies.json"))) {
            return new PolicyVersions<>(
                    "criteria", List.of(JsonMapper.builder().build().readValue(file, QualificationPolicy[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
