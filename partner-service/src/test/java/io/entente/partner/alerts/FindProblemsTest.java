package io.entente.partner.alerts;

import static io.entente.partner.alerts.AlertTest.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.alerts.Finding.AlertFigure;
import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.partner.scorecards.PartnerFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindProblemsTest {

    private static final String PARTNER = "par_7";
    private static final LocalDate TODAY = LocalDate.parse("2027-03-08");

    private final FactsInMemory facts = new FactsInMemory();

    @ParameterizedTest(name = "{0} and {1} before, {2} and {3} now: {4}")
    @CsvSource({
        "9, 8, 7, 7,  true",
        "9, 8, 7, 8,  false",
        "9, 9, 8, 7,  true",
        "9, ,  3, 3,  false",
        "9, 9, 3, ,   false",
        "6, 6, 9, 9,  false",
    })
    void satisfaction_falls_if_both_averages_have_enough_ratings(
            Integer before, Integer alsoBefore, Integer now, Integer alsoNow, boolean isFound) {
        rate(before, "2026-11-30");
        rate(alsoBefore, "2026-08-01");
        rate(now, "2026-12-01");
        rate(alsoNow, "2027-03-08");

        assertThat(find(AlertKind.FALLING_SATISFACTION).isPresent()).isEqualTo(isFound);
    }

    @Test
    void a_partner_is_silent_from_the_day_of_the_policy_on() {
        refer("r1", Flow.TO_PARTNER, TODAY.minusDays(74));
        assertThat(find(AlertKind.SILENCE)).isEmpty();

        assertThat(problems(TODAY.minusDays(400)).find(AlertKind.SILENCE, TODAY.plusDays(1), POLICY))
                .map(Finding::figures)
                .hasValueSatisfying(figures -> assertThat(figures)
                        .containsExactly(new AlertFigure("lastOn", "2026-12-24"), new AlertFigure("days", "75")));
        assertThat(problems(TODAY.minusDays(10)).find(AlertKind.SILENCE, TODAY.plusDays(1), POLICY))
                .as("it has just become active")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} sent, {1} received, {2} dismissed: {3}")
    @CsvSource({"4, 0, 0, true", "0, 4, 0, true", "3, 0, 0, false", "4, 1, 0, false", "4, 0, 1, false", "5, 0, 1, true"
    })
    void flow_is_one_sided_within_eighteen_months(int sent, int received, int dismissed, boolean isFound) {
        for (int i = 0; i < sent; i++) {
            refer("s" + i, Flow.TO_FIRM, LocalDate.parse("2025-10-01").plusMonths(i));
        }
        for (int i = 0; i < received; i++) {
            refer("g" + i, Flow.TO_PARTNER, LocalDate.parse("2025-10-01").plusMonths(i));
        }
        refer("old", sent > 0 ? Flow.TO_PARTNER : Flow.TO_FIRM, LocalDate.parse("2025-09-30"));
        for (int i = 0; i < dismissed; i++) {
            new RecordReferrals(facts).dismissed("s" + i, 2);
        }

        assertThat(find(AlertKind.ONE_SIDED_FLOW).isPresent()).isEqualTo(isFound);
    }

    @ParameterizedTest(name = "{0}, {1} and {2}: {3}")
    @CsvSource({"35, 30, 35, 70.0", "34, 33, 33, ", "90, 10, , ", "50, 50, 1, 99.0"})
    void revenue_is_concentrated_from_the_share_of_the_policy_on(
            String first, String second, String third, String share) {
        Map<String, Money> revenue = new HashMap<>();
        revenue.put("p1", Money.parse("EUR " + first));
        revenue.put("p2", Money.parse("EUR " + second));
        if (third != null) {
            revenue.put("p3", Money.parse("EUR " + third));
        }

        Optional<Finding> found = new FindConcentration(Map.of("EUR", revenue)).find(POLICY.concentration());

        assertThat(found.map(finding -> finding.figures().get(0).value())).isEqualTo(Optional.ofNullable(share));
    }

    private void rate(Integer rating, String day) {
        if (rating != null) {
            new RecordPerformance(facts).rated("r" + day, PARTNER, Flow.TO_FIRM, rating, LocalDate.parse(day), 1);
        }
    }

    private void refer(String id, Flow flow, LocalDate day) {
        new RecordReferrals(facts).submitted(id, PARTNER, flow, day, null, null, 1);
    }

    private Optional<Finding> find(AlertKind kind) {
        return problems(TODAY.minusDays(900)).find(kind, TODAY, POLICY);
    }

    private FindPartnerProblems problems(LocalDate activeSince) {
        Map<YearMonth, PartnerFigures> months = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            YearMonth month = YearMonth.from(TODAY).minusMonths(i);
            months.put(month, PartnerFigures.of(facts.between(PARTNER, month.atDay(1), month.atEndOfMonth())));
        }
        return new FindPartnerProblems(
                PARTNER, months, activeSince, facts.lastActivity(PARTNER).orElse(activeSince));
    }
}
