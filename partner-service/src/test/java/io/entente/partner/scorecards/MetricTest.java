package io.entente.partner.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each figure of a quarter with known history. */
class MetricTest {

    private static final LocalDate JULY = LocalDate.parse("2027-07-06");
    private static final LocalDate AUGUST = LocalDate.parse("2027-08-19");
    private static final Instant AT = Instant.parse("2027-07-06T08:00:00Z");
    private static final Map<String, BigDecimal> WHOLE = Map.of("par_k", BigDecimal.ONE);

    private final FactsInMemory facts = new FactsInMemory();
    private final RecordPerformance record = new RecordPerformance(facts);
    private final RecordReferrals referrals = new RecordReferrals(facts);

    @BeforeEach
    void history() {
        for (int i = 1; i <= 5; i++) {
            referrals.submitted("s" + i, "par_k", Flow.TO_FIRM, JULY, AT, null, 1);
        }
        referrals.followedUp("s1", AT.plusSeconds(3_600), 2);
        referrals.followedUp("s2", AT.plusSeconds(10_800), 2);
        referrals.dismissed("s5", 2);
        for (int i = 1; i <= 2; i++) {
            referrals.submitted("g" + i, "par_k", Flow.TO_PARTNER, AUGUST, AT, null, 1);
        }
        referrals.followedUp("g1", AT.plusSeconds(45_000), 2);
        record.won("d1", "s1", Flow.TO_FIRM, JULY, usd("9000"), WHOLE, Set.of(), 1);
        record.won("d2", "s1", Flow.TO_FIRM, AUGUST, usd("2000.50"), WHOLE, Set.of(), 1);
        record.won("d3", "s2", Flow.TO_FIRM, AUGUST, Money.parse("EUR 700"), WHOLE, Set.of(), 1);
        record.reversed("d1", usd("3000"), WHOLE, 2);
        record.won("d4", "g1", Flow.TO_PARTNER, AUGUST, usd("500"), WHOLE, Set.of(), 1);
        record.lost("s3", "par_k", Flow.TO_FIRM, AUGUST, 5);
        record.lost("g2", "par_k", Flow.TO_PARTNER, AUGUST, 5);
        record.rated("s1", "par_k", Flow.TO_FIRM, 9, AUGUST, 8);
        record.rated("g1", "par_k", Flow.TO_PARTNER, 6, AUGUST, 8);
        record.promised("g1", "a", "par_k", Flow.TO_PARTNER, true, JULY, 3);
        record.promised("g1", "b", "par_k", Flow.TO_PARTNER, true, JULY, 4);
        record.promised("g2", "c", "par_k", Flow.TO_PARTNER, false, JULY, 3);
        record.engaged("agr_1", "par_k", null, JULY, 2);
        record.earned("tx/c", "par_k", "s1", usd("600"), JULY, 1);
    }

    @ParameterizedTest(name = "{0}: {1} {2}, made of {3} facts")
    @CsvSource({
        "SENT,              5,       ,    5",
        "RECEIVED,          2,       ,    2",
        "WON_REFERRALS,     2,       ,    3",
        "CONVERSION,        66.7,    ,    4",
        "WON_DEALS,         3,       ,    3",
        "REVENUE,           8000.50, USD, 3",
        "REVENUE,           700.00,  EUR, 3",
        "AVERAGE_DEAL,      4000.25, USD, 3",
        "AVERAGE_DEAL,      700.00,  EUR, 3",
        "TIME_TO_FOLLOW_UP, 12.5,    ,    2",
        "TIME_TO_RESPOND,   2.0,     ,    5",
        "RESPONSIVENESS,    66.7,    ,    3",
        "SATISFACTION,      7.5,     ,    2",
        "RECIPROCITY_COUNT, 2,       ,    6",
        "RECIPROCITY_VALUE, 7500.50, USD, 4",
        "RECIPROCITY_VALUE, 700.00,  EUR, 4",
        "ENGAGEMENT,        1,       ,    1",
    })
    void each_figure_has_its_value_and_is_made_of_facts(Metric metric, String value, String currency, int made) {
        Figure figure = Figure.all(figures(), PartnerFigures.NONE).stream()
                .filter(each -> each.metric() == metric
                        && (currency == null ? each.currency() == null : currency.equals(each.currency())))
                .findFirst()
                .orElseThrow();

        assertThat(figure.value()).isEqualTo(value);
        assertThat(facts.between("par_k", JULY, AUGUST).stream()
                        .filter(fact -> metric.kinds().contains(fact.kind())
                                && metric.flows().contains(fact.flow())))
                .hasSize(made);
    }

    @Test
    void what_nobody_records_is_shown_as_such_and_not_as_zero() {
        assertThat(Arrays.stream(Metric.values()).filter(metric -> !metric.isRecorded()))
                .containsExactly(Metric.REVIEWS_ATTENDED, Metric.CAMPAIGNS)
                .allSatisfy(metric -> assertThat(metric.value(figures())).isNull());
    }

    @Test
    void what_was_not_measured_has_no_value_and_no_trend() {
        List<Figure> quiet = Figure.all(PartnerFigures.NONE, figures());

        assertThat(quiet.stream().filter(figure -> figure.metric() == Metric.CONVERSION))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value()).isNull();
                    assertThat(figure.previous()).isEqualTo("66.7");
                    assertThat(figure.trend()).isNull();
                });
        assertThat(quiet.stream().filter(figure -> figure.metric() == Metric.SENT))
                .extracting(Figure::trend)
                .containsExactly(Figure.Trend.FALLING);
    }

    @Test
    void the_commission_is_what_was_earned() {
        assertThat(figures().commission()).containsExactly(Map.entry("USD", usd("600")));
    }

    private PartnerFigures figures() {
        return PartnerFigures.of(facts.between("par_k", JULY, AUGUST));
    }

    private static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }
}
