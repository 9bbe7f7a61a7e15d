package io.entente.partner.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.partner.tiers.figures.TierFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RecordPerformanceTest {

    private static final LocalDate MAY = LocalDate.parse("2026-05-11");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-19");

    private final FactsInMemory facts = new FactsInMemory();
    private final RecordPerformance record = new RecordPerformance(facts);

    @Test
    void deals_count_with_the_share_of_the_partner_and_once_however_often_they_are_told() {
        for (int delivery = 0; delivery < 3; delivery++) {
            record.won(
                    "d1", "r1", Flow.TO_FIRM, MAY, eur("1000.01"), shares("par_a", "0.5", "par_b", "0.5"), Set.of(), 1);
        }
        record.won("d2", "r1", Flow.TO_FIRM, JUNE, Money.parse("USD 40.00"), shares("par_a", "1.00"), Set.of(), 1);

        TierFigures figures = figures("par_a");
        assertThat(figures.wonDeals()).isEqualTo(2);
        assertThat(figures.wonReferrals()).isEqualTo(1);
        assertThat(figures.revenueIn("EUR")).isEqualByComparingTo("500.01");
        assertThat(figures.revenueIn("USD")).isEqualByComparingTo("40");
        assertThat(figures("par_b").wonDeals()).isEqualTo(1);
    }

    @Test
    void a_corrected_deal_counts_as_corrected_and_for_those_whom_it_credits_now() {
        record.won("d1", "r1", Flow.TO_FIRM, MAY, eur("900"), shares("par_a", "1"), Set.of(), 1);

        record.won("d1", "r1", Flow.TO_FIRM, JUNE, eur("600"), shares("par_b", "1"), Set.of("par_a"), 2);
        record.won("d1", "r1", Flow.TO_FIRM, MAY, eur("900"), shares("par_a", "1"), Set.of(), 1);

        assertThat(figures("par_a").wonDeals()).isZero();
        assertThat(figures("par_b").revenueIn("EUR")).isEqualByComparingTo("600");
    }

    @Test
    void what_is_reversed_counts_no_more_and_a_deal_counts_until_nothing_is_left() {
        record.won("d1", "r1", Flow.TO_FIRM, MAY, eur("900"), shares("par_a", "1"), Set.of(), 1);
        record.reversed("d1", eur("300"), shares("par_a", "1"), 2);
        record.reversed("d1", eur("300"), shares("par_a", "1"), 2);
        assertThat(figures("par_a").revenueIn("EUR")).isEqualByComparingTo("600");

        record.reversed("d1", eur("600"), shares("par_a", "1"), 3);

        assertThat(figures("par_a").wonDeals()).isZero();
        assertThat(figures("par_a").conversion()).isNull();
    }

    @Test
    void a_referral_that_was_lost_and_goes_on_is_not_lost() {
        record.lost("r1", "par_a", Flow.TO_FIRM, MAY, 7);
        record.lost("r2", "par_a", Flow.TO_FIRM, MAY, 4);
        record.won("d3", "r3", Flow.TO_FIRM, MAY, eur("10"), shares("par_a", "1"), Set.of(), 1);
        assertThat(figures("par_a").conversion()).isEqualByComparingTo("33.3");

        record.reopened("r1", 8);
        record.lost("r1", "par_a", Flow.TO_FIRM, MAY, 7);

        assertThat(figures("par_a").conversion()).isEqualByComparingTo("50");
    }

    @Test
    void what_the_firm_refers_to_a_partner_is_nothing_that_the_partner_has_won_for_it() {
        record.won("d9", "r9", Flow.TO_PARTNER, MAY, eur("4000"), shares("par_a", "1"), Set.of(), 1);
        record.lost("r8", "par_a", Flow.TO_PARTNER, MAY, 3);

        assertThat(figures("par_a").wonDeals()).isZero();
        assertThat(figures("par_a").conversion()).isNull();
    }

    @Test
    void an_entry_of_the_ledger_and_an_engagement_are_recorded_once() {
        for (int delivery = 0; delivery < 2; delivery++) {
            record.earned("tx_4/com_1", "par_a", "r1", eur("-17.50"), JUNE, 4);
            record.engaged("agr_7", "par_a", null, JUNE, 3);
        }
        record.engaged("agr_7", "par_a", null, JUNE, 5);

        assertThat(facts.between("par_a", JUNE, JUNE))
                .extracting(PartnerFact::id, PartnerFact::amount)
                .containsExactly(
                        tuple("commission/tx_4/com_1", eur("-17.50")),
                        tuple("engaged/agr_7/3", null),
                        tuple("engaged/agr_7/5", null));
    }

    @Test
    void a_broken_promise_stays_broken_and_ratings_are_averaged() {
        record.promised("r1", "2026-05-01T09:00:00Z", "par_a", Flow.TO_PARTNER, false, MAY, 3);
        record.promised("r1", "2026-05-01T09:00:00Z", "par_a", Flow.TO_PARTNER, true, MAY, 5);
        record.promised("r1", "2026-05-09T09:00:00Z", "par_a", Flow.TO_PARTNER, true, MAY, 9);
        record.rated("r1", "par_a", Flow.TO_FIRM, 9, MAY, 11);
        record.rated("r1", "par_a", Flow.TO_FIRM, 9, MAY, 11);
        record.rated("r2", "par_a", Flow.TO_FIRM, 6, JUNE, 4);

        assertThat(figures("par_a").responsiveness()).isEqualByComparingTo("50");
        assertThat(figures("par_a").satisfaction()).isEqualByComparingTo("7.5");
    }

    private TierFigures figures(String partner) {
        return TierFigures.of(facts.between(partner, MAY, JUNE));
    }

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static Map<String, BigDecimal> shares(String... words) {
        Map<String, BigDecimal> shares = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            shares.put(words[i], new BigDecimal(words[i + 1]));
        }
        return shares;
    }
}
