package io.entente.partner.programhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory;
import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.ProgramCosts.CostSum;
import io.entente.partner.programhealth.Economics.PartnerShare;
import io.entente.partner.programhealth.ProgramHealth.Cohort;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the program guide's chapter on the program's health. */
class MeasureHealthTest {

    private static final ReportPeriod QUARTER = ReportPeriod.parse("2027-Q2").orElseThrow();
    private static final LocalDate DAY = LocalDate.parse("2027-05-12");
    private static final LocalDate LATER = LocalDate.parse("2027-09-01");
    private static final HealthPolicy POLICY = new HealthPolicy(4, LocalDate.parse("2020-01-01"), new BigDecimal(5), 3);

    private final List<Tenure> tenures = new ArrayList<>();
    private final List<CostSum> costs = new ArrayList<>();
    private final FactsInMemory facts = new FactsInMemory();

    @Test
    void ten_gained_and_eight_lost_are_shown_as_such_and_not_as_two_more() {
        for (int i = 0; i < 20; i++) {
            tenure("old%02d".formatted(i), "2026-01-15", i < 8 ? "2027-04-%02d".formatted(i + 1) : null);
        }
        for (int i = 0; i < 10; i++) {
            tenure("new%02d".formatted(i), "2027-06-0%d".formatted(i % 9 + 1), null);
        }
        tenure("before", "2025-01-01", "2027-03-31");
        tenure("after", "2027-07-01", null);

        ProgramHealth health = measure(LATER);

        assertThat(health.partners().added()).hasSize(10);
        assertThat(health.partners().lost()).hasSize(8).contains("old07").doesNotContain("before");
        assertThat(health.partners().active()).isEqualTo(22);
        assertThat(health.partners().retention()).isEqualByComparingTo("60");
        assertThat(health.cohorts())
                .containsExactly(
                        new Cohort("2025-Q1", 1, 0, new BigDecimal("0.0"), 0),
                        new Cohort("2026-Q1", 20, 12, new BigDecimal("60.0"), 0),
                        new Cohort("2027-Q2", 10, 10, new BigDecimal("100.0"), 0));
    }

    @Test
    void the_mix_is_that_of_the_last_day_and_of_today_if_the_period_goes_on() {
        TierHistory promoted = TierHistory.always(Tier.ACTIVE)
                .with(Tier.STRATEGIC, LocalDate.parse("2027-06-01"), LocalDate.parse("2027-01-01"));
        tenures.add(new Tenure("p1", PartnershipModel.REFERRAL, promoted, LocalDate.parse("2026-05-05"), null));
        tenure("p2", "2027-06-15", null);

        assertThat(measure(LATER).partners().byTier()).isEqualTo(Map.of(Tier.STRATEGIC, 1, Tier.ACTIVE, 1));
        assertThat(measure(DAY).partners().byTier()).isEqualTo(Map.of(Tier.ACTIVE, 1));
        assertThat(measure(LATER).partners().byModel()).isEqualTo(Map.of(PartnershipModel.REFERRAL, 2));
    }

    @ParameterizedTest(name = "revenue {0} at a cost of {1}, {2}, {3} and {4} returns {5}")
    @CsvSource({
        "50000, 4000, 3000, 2000, 1000, 5.00",
        "49999, 4000, 3000, 2000, 1001, 5.00",
        "49000, 4000, 3000, 2000, 1000, 4.90",
        "90000, 9000,    0,    0,    0, 10.00",
    })
    void the_return_is_revenue_by_commission_management_marketing_and_systems(
            String revenue, String commission, String management, String marketing, String systems, String expected) {
        deal("p1", "d1", revenue);
        new RecordPerformance(facts).earned("tx", "p1", "r", usd(commission), DAY, 1);
        costs.add(new CostSum(CostCategory.MANAGEMENT, usd(management)));
        costs.add(new CostSum(CostCategory.MARKETING, usd(marketing)));
        costs.add(new CostSum(CostCategory.SYSTEMS, usd(systems)));

        Economics economics = measure(LATER).economics().get(0);

        assertThat(economics.returnOnCost()).isEqualTo(expected);
    }

    @Test
    void the_top_three_and_their_share_are_named_and_nothing_is_converted() {
        tenure("p1", "2026-01-01", null);
        tenure("p2", "2026-01-01", null);
        deal("p1", "d1", "400");
        deal("p2", "d2", "250");
        deal("p3", "d3", "50");
        deal("p4", "d4", "200");
        deal("p5", "d5", "100");
        costs.add(new CostSum(CostCategory.SYSTEMS, Money.parse("EUR 70")));

        List<Economics> economics = measure(LATER).economics();

        assertThat(economics).extracting(each -> each.currency().getCode()).containsExactly("EUR", "USD");
        Economics dollars = economics.get(1);
        assertThat(dollars.top())
                .containsExactly(
                        new PartnerShare("p1", usd("400")),
                        new PartnerShare("p2", usd("250")),
                        new PartnerShare("p4", usd("200")));
        assertThat(dollars.topShare()).isEqualByComparingTo("85");
        assertThat(dollars.averageDeal()).isEqualTo(usd("200"));
        assertThat(dollars.perPartner()).isEqualTo(usd("500"));
        assertThat(dollars.returnOnCost()).as("it has cost nothing in dollars").isNull();
        assertThat(economics.get(0).returnOnCost()).isEqualByComparingTo("0");
        assertThat(economics.get(0).topShare()).isNull();
    }

    @Test
    void ten_referrals_at_fifty_per_cent_beat_fifty_at_two() {
        RecordReferrals referrals = new RecordReferrals(facts);
        for (int i = 0; i < 10; i++) {
            referrals.submitted("good" + i, "p1", Flow.TO_FIRM, DAY, null, null, 1);
        }
        deal("p1", "d1", "6000");

        Economics good = measure(LATER).economics().get(0);

        assertThat(good.perReferral()).isEqualTo(usd("600"));
        assertThat(measure(LATER).cohorts()).isEmpty();
        tenure("p1", "2027-04-02", null);
        assertThat(measure(LATER).cohorts())
                .extracting(Cohort::quarter, Cohort::sent)
                .containsExactly(tuple("2027-Q2", 10));
    }

    private void tenure(String partner, String joined, String left) {
        tenures.add(new Tenure(
                partner,
                PartnershipModel.REFERRAL,
                TierHistory.always(Tier.ACTIVE),
                LocalDate.parse(joined),
                left == null ? null : LocalDate.parse(left)));
    }

    private void deal(String partner, String deal, String amount) {
        new RecordPerformance(facts)
                .won(deal, "r" + deal, Flow.TO_FIRM, DAY, usd(amount), Map.of(partner, BigDecimal.ONE), Set.of(), 1);
    }

    private ProgramHealth measure(LocalDate today) {
        List<Scorecard> scorecards = List.of("p1", "p2", "p3", "p4", "p5").stream()
                .map(partner -> new Scorecard(
                        partner,
                        QUARTER,
                        PartnerFigures.of(facts.between(partner, QUARTER.firstDay(), QUARTER.lastDay()))))
                .toList();
        return MeasureHealth.of(QUARTER, tenures, scorecards, costs, POLICY, today);
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
