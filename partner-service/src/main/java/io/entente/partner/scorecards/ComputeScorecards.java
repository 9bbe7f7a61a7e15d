package io.entente.partner.scorecards;

import io.entente.partner.performance.PartnerFacts;
import io.entente.partner.performance.PerformanceListener;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeMap;

/**
 * Computes the scorecards of a partner whose facts have changed: each month from its facts, and its quarter and its year from their months.
 * So it costs what has happened in those months, however long the history is.
 */
public final class ComputeScorecards implements PerformanceListener {

    private final PartnerFacts facts;
    private final Scorecards scorecards;

    public ComputeScorecards(PartnerFacts facts, Scorecards scorecards) {
        this.facts = facts;
        this.scorecards = scorecards;
    }

    @Override
    public void changed(String partnerId, Set<YearMonth> months) {
        TreeMap<String, ReportPeriod> longer = new TreeMap<>();
        for (YearMonth each : months) {
            ReportPeriod month = ReportPeriod.month(each);
            scorecards.compute(
                    partnerId,
                    month,
                    () -> PartnerFigures.of(facts.between(partnerId, month.firstDay(), month.lastDay())));
            for (ReportPeriod period : Set.of(ReportPeriod.quarterOf(each), ReportPeriod.yearOf(each))) {
                longer.put(period.toString(), period);
            }
        }
        longer.values().forEach(period -> scorecards.compute(partnerId, period, () -> figures(partnerId, period)));
    }

    /** The figures of a partner in any period, from those of its months. */
    public PartnerFigures figures(String partnerId, ReportPeriod period) {
        return scorecards
                .find(
                        partnerId,
                        period.months().stream().map(ReportPeriod::month).toList())
                .stream()
                .map(Scorecard::figures)
                .reduce(PartnerFigures.NONE, PartnerFigures::plus);
    }
}
