package io.entente.partner.scorecards.web;

import io.entente.partner.scorecards.Figure;
import io.entente.partner.scorecards.Metric;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.ReportPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard in the API.
 *
 * @param period a month, a quarter, a year or some months
 * @param from the first day
 * @param to the last day
 * @param previousPeriod what the figures are compared with
 */
record ScorecardView(
        String partnerId,
        String period,
        LocalDate from,
        LocalDate to,
        String previousPeriod,
        List<ScorecardFigureView> figures) {

    static ScorecardView of(String partnerId, ReportPeriod period, PartnerFigures now, PartnerFigures before) {
        String path = "/api/partners/%s/scorecards/%s/figures/".formatted(partnerId, period);
        return new ScorecardView(
                partnerId,
                period.toString(),
                period.firstDay(),
                period.lastDay(),
                period.previous().toString(),
                Figure.all(now, before).stream()
                        .map(figure -> ScorecardFigureView.of(figure, path))
                        .toList());
    }

    /**
     * One figure of a scorecard.
     *
     * @param currency of money; otherwise absent
     * @param value a decimal such as 12500.50; absent if nothing was measured
     * @param previous the value of the period before; absent if nothing was measured
     * @param trend absent if one of the two wasn't measured
     * @param recorded whether the program records what the figure is made of
     * @param facts the path of what the figure is made of; absent if it isn't recorded
     */
    record ScorecardFigureView(
            Metric metric,
            Metric.Unit unit,
            @Nullable String currency,
            @Nullable String value,
            @Nullable String previous,
            Figure.@Nullable Trend trend,
            boolean recorded,
            @Nullable String facts) {

        static ScorecardFigureView of(Figure figure, String path) {
            Metric metric = figure.metric();
            return new ScorecardFigureView(
                    metric,
                    metric.unit(),
                    figure.currency(),
                    text(figure.value()),
                    text(figure.previous()),
                    figure.trend(),
                    metric.isRecorded(),
                    metric.isRecorded() ? path + metric : null);
        }

        /** A decimal, because it can be an amount. */
        private static @Nullable String text(@Nullable BigDecimal decimal) {
            return decimal == null ? null : decimal.toPlainString();
        }
    }
}
