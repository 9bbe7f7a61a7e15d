package io.entente.partner.scorecards;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scorecard is found by in the list, and which filters a query needs. It has no names, so nothing has to be erased. */
public final class ListedScorecard {

    public static final List<String> ORDERS = List.of(
            ScorecardFilter.SENT,
            ScorecardFilter.RECEIVED,
            ScorecardFilter.CONVERSION,
            ScorecardFilter.REVENUE,
            ScorecardFilter.SATISFACTION,
            ScorecardFilter.RECIPROCITY,
            ScorecardFilter.UPDATED);

    private static final String PERIOD = "period";

    /** Makes every number positive, so that numbers sort as text. */
    private static final BigDecimal OFFSET = new BigDecimal(1_000_000_000L);

    private static final int DECIMALS = 10;

    private ListedScorecard() {}

    /** @param currency in which revenue is compared */
    public static ListEntry of(Scorecard scorecard, String currency, Instant now) {
        String id = scorecard.partnerId();
        PartnerFigures figures = scorecard.figures();
        ReportPeriod period = scorecard.period();
        List<String> filters = new ArrayList<>(List.of(filter(PERIOD, period.toString()), both(period.toString(), id)));
        if (period.equals(ReportPeriod.yearOf(period.from()))) {
            filters.add(yearsOf(id));
        }
        return ListEntry.of(
                filters,
                SearchTerms.of(1),
                Map.of(
                        ScorecardFilter.SENT, key(Metric.SENT.value(figures), id),
                        ScorecardFilter.RECEIVED, key(Metric.RECEIVED.value(figures), id),
                        ScorecardFilter.CONVERSION, key(Metric.CONVERSION.value(figures), id),
                        ScorecardFilter.REVENUE, SortKey.of(figures.revenueIn(currency), id),
                        ScorecardFilter.SATISFACTION, key(Metric.SATISFACTION.value(figures), id),
                        ScorecardFilter.RECIPROCITY, key(Metric.RECIPROCITY_COUNT.value(figures), id),
                        ScorecardFilter.UPDATED, SortKey.of(now, id)));
    }

    /** The filter that selects the scorecards of a partner for all years. */
    public static String yearsOf(String partnerId) {
        return filter("years", partnerId);
    }

    private static String both(String period, String partnerId) {
        return filter("periodPartner", period, partnerId);
    }

    /** What wasn't measured comes first in ascending order. */
    private static String key(@Nullable BigDecimal value, String id) {
        return value == null
                ? "! " + id
                : "%020d %s"
                        .formatted(
                                value.add(OFFSET)
                                        .multiply(new BigDecimal(DECIMALS))
                                        .toBigInteger(),
                                id);
    }

    /** The query for a filter. */
    public static ListQuery query(ScorecardFilter wanted) {
        String period = wanted.period().toString();
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partnerIds() == null) {
            filters.add(List.of(filter(PERIOD, period)));
        } else {
            filters.add(wanted.partnerIds().stream()
                    .map(partner -> both(period, partner))
                    .toList());
        }
        return new ListQuery(filters, null, null, null, wanted.sort());
    }
}
