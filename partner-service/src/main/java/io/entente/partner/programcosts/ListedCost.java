package io.entente.partner.programcosts;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What an entry is found by in the list, and which filters a query needs. */
public final class ListedCost {

    public static final List<String> ORDERS = List.of(CostFilter.DAY, CostFilter.AMOUNT);

    private static final int MAX_WORDS = 60;
    private static final String CATEGORY = "category";

    private ListedCost() {}

    public static ListEntry of(ProgramCost cost) {
        return ListEntry.of(
                List.of(filter(CATEGORY, cost.category().name())),
                SearchTerms.of(MAX_WORDS, cost.note()),
                Map.of(
                        CostFilter.DAY,
                        start(cost.day()) + " " + cost.id(),
                        CostFilter.AMOUNT,
                        SortKey.of(cost.amount(), cost.id())));
    }

    /** The query for a filter. */
    public static ListQuery query(CostFilter wanted) {
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        return new ListQuery(
                wanted.category() == null
                        ? List.of()
                        : List.of(List.of(filter(CATEGORY, wanted.category().name()))),
                wanted.text(),
                from == null ? null : start(from),
                to == null ? null : start(to.plusDays(1)),
                wanted.sort());
    }

    /** What the keys of all entries of a day begin with. */
    public static String start(LocalDate day) {
        return SortKey.start(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
