package io.entente.partner.tiers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.tiers.figures.TierFigures;
import io.entente.partner.tiers.policy.TierRule.Criteria;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierPolicyTest {

    private static final TierRule NETWORK =
            new TierRule(Tier.REFERRAL_NETWORK, null, new Criteria(null, null, null, null, null), List.of());
    private static final TierPolicy POLICY = policy(NETWORK);

    @ParameterizedTest(name = "{0} deals, {1} EUR, {2}:{3} referrals, rated {4}: {5}")
    @CsvSource({
        "0, 0,        0, 0, ,  REFERRAL_NETWORK",
        "2, 9000.00,  2, 9, ,  REFERRAL_NETWORK",
        "3, 100.00,   3, 9, 2, ACTIVE",
        "7, 49999.99, 7, 1, 9, ACTIVE",
        "7, 50000.00, 7, 1, 9, STRATEGIC",
        "7, 50000.00, 7, 1, ,  STRATEGIC",
        "7, 50000.00, 7, 1, 8, ACTIVE",
        "7, 50000.00, 7, 8, 9, ACTIVE",
        "7, 50000.00, 7, 7, 9, STRATEGIC",
        "6, 70000.00, 6, 0, 9, ACTIVE",
    })
    void a_partner_reaches_the_highest_tier_whose_criteria_it_meets(
            int deals, BigDecimal revenue, int won, int lost, Integer rating, Tier reached) {
        TierFigures figures = new TierFigures(
                deals,
                Map.of("EUR", Money.parse("EUR " + revenue)),
                won,
                lost,
                rating == null ? 0 : 1,
                rating == null ? 0 : rating,
                0,
                0);

        assertThat(POLICY.reachedBy(figures)).isEqualTo(reached);
    }

    @Test
    void the_progress_names_what_is_required_and_what_was_measured() {
        List<CriterionProgress> progress = POLICY.rule(Tier.STRATEGIC).progress(TierFigures.of(List.of()));

        assertThat(progress)
                .extracting(CriterionProgress::criterion, CriterionProgress::actual, CriterionProgress::isMet)
                .containsExactly(
                        tuple(Criterion.WON_DEALS, BigDecimal.ZERO, false),
                        tuple(Criterion.REVENUE, BigDecimal.ZERO, false),
                        tuple(Criterion.CONVERSION, null, true),
                        tuple(Criterion.SATISFACTION, null, true));
        assertThat(POLICY.above(Tier.REFERRAL_NETWORK)).map(TierRule::tier).contains(Tier.ACTIVE);
        assertThat(POLICY.above(Tier.STRATEGIC)).isEmpty();
    }

    @Test
    void a_window_ends_today_and_notice_depends_on_the_direction() {
        LocalDate today = LocalDate.parse("2026-07-01");

        assertThat(POLICY.windowStart(today)).isEqualTo("2026-06-02");
        assertThat(POLICY.earliest(Tier.ACTIVE, Tier.STRATEGIC, today)).isEqualTo("2026-07-03");
        assertThat(POLICY.earliest(Tier.ACTIVE, Tier.REFERRAL_NETWORK, today)).isEqualTo("2026-08-10");
    }

    @Test
    void a_lowest_tier_that_asks_for_something_is_refused() {
        TierRule demanding =
                new TierRule(Tier.REFERRAL_NETWORK, null, new Criteria(1, null, null, null, null), List.of());

        assertThatThrownBy(() -> policy(demanding)).hasMessageContaining("the lowest one asks for nothing");
    }

    private static TierPolicy policy(TierRule lowest) {
        return new TierPolicy(
                3,
                LocalDate.parse("2026-01-01"),
                2,
                40,
                30,
                100,
                50,
                null,
                List.of(
                        lowest,
                        new TierRule(
                                Tier.STRATEGIC,
                                4,
                                new Criteria(
                                        7,
                                        new MoneyJson("50000.00", "EUR"),
                                        new BigDecimal(50),
                                        new BigDecimal("8.5"),
                                        null),
                                List.of("PRIORITY_ACCESS")),
                        new TierRule(
                                Tier.ACTIVE, null, new Criteria(3, null, null, null, new BigDecimal(75)), List.of())));
    }
}
