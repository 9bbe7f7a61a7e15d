package io.entente.partner.scorecards.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes scorecards as CSV, one row for each figure. */
final class ScorecardsCsv {

    private static final List<String> COLUMNS =
            List.of("partnerId", "period", "metric", "unit", "currency", "value", "previous", "trend");

    private final SafeCsv csv;

    ScorecardsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ScorecardView scorecard) {
        scorecard
                .figures()
                .forEach(figure -> csv.row(
                        scorecard.partnerId(),
                        scorecard.period(),
                        figure.metric(),
                        figure.unit(),
                        figure.currency(),
                        figure.value(),
                        figure.previous(),
                        figure.trend()));
    }

    void flush() {
        csv.flush();
    }
}
