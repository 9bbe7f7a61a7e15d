package io.entente.partner.scorecards;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Scorecards in a map. It counts how many scorecards are read. */
public final class ScorecardsInMemory implements Scorecards {

    private final Map<String, Scorecard> stored = new TreeMap<>();
    private int reads;

    @Override
    public List<Scorecard> find(String partnerId, Collection<ReportPeriod> periods) {
        return read(each -> each.partnerId().equals(partnerId) && periods.contains(each.period()));
    }

    @Override
    public List<Scorecard> find(Collection<String> partnerIds, ReportPeriod period) {
        return read(
                each -> partnerIds.contains(each.partnerId()) && each.period().equals(period));
    }

    @Override
    public List<Scorecard> years(String partnerId) {
        return read(each -> each.partnerId().equals(partnerId)
                && each.period().equals(ReportPeriod.yearOf(each.period().from())));
    }

    @Override
    public List<Scorecard> ofAll(ReportPeriod period, String after, int limit) {
        return read(each -> each.period().equals(period)
                        && (after == null || each.partnerId().compareTo(after) > 0))
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Scorecard> list(ScorecardFilter filter, PageRequest page) {
        return new Page<>(ofAll(filter.period(), page.after(), page.limit()), null);
    }

    @Override
    public void compute(String partnerId, ReportPeriod period, Supplier<PartnerFigures> figures) {
        stored.put(period + "|" + partnerId, new Scorecard(partnerId, period, figures.get()));
    }

    /** All scorecards by period and partner. */
    public Map<String, Scorecard> all() {
        return new TreeMap<>(stored);
    }

    /** How many scorecards were read since the last call. */
    public int reads() {
        int count = reads;
        reads = 0;
        return count;
    }

    private List<Scorecard> read(java.util.function.Predicate<Scorecard> wanted) {
        List<Scorecard> found = stored.values().stream().filter(wanted).toList();
        reads += found.size();
        return found;
    }
}
