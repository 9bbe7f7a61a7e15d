package io.entente.partner.scorecards;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores scorecards of months, quarters and years. A partner has none for a period in which nothing has happened. */
public interface Scorecards {

    /** The stored scorecards of a partner for these periods. */
    List<Scorecard> find(String partnerId, Collection<ReportPeriod> periods);

    /** The stored scorecards of these partners for a period. */
    List<Scorecard> find(Collection<String> partnerIds, ReportPeriod period);

    /** The stored scorecards of a partner for all years. */
    List<Scorecard> years(String partnerId);

    /**
     * Some of the scorecards of all partners for a period, sorted by partner.
     *
     * @param after only partners after this one; null to start with the first
     */
    List<Scorecard> ofAll(ReportPeriod period, @Nullable String after, int limit);

    /** A page of the scorecards that a filter selects, in its order. */
    Page<Scorecard> list(ScorecardFilter filter, PageRequest page);

    /**
     * Computes a scorecard and stores it. If another write comes in between, it is computed again.
     *
     * @param figures must have no side effects
     */
    void compute(String partnerId, ReportPeriod period, Supplier<PartnerFigures> figures);
}
