package io.entente.partner.alerts;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an alert is found by in the list, and which filters a query needs. */
public final class ListedAlert {

    public static final List<String> ORDERS = List.of(AlertFilter.RAISED);

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String KIND = "kind";

    private ListedAlert() {}

    public static ListEntry of(Alert alert) {
        return ListEntry.of(
                List.of(
                        filter(PARTNER, alert.partnerId()),
                        filter(STATUS, alert.status().name()),
                        filter(KIND, alert.kind().name())),
                SearchTerms.of(1),
                Map.of(
                        AlertFilter.RAISED,
                        SortKey.of(alert.raisedOn().atStartOfDay().toInstant(ZoneOffset.UTC), alert.id())));
    }

    /** The query for a filter. The filters that select the fewest alerts come first. */
    public static ListQuery query(AlertFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partnerId() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partnerId())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        if (wanted.kind() != null) {
            filters.add(List.of(filter(KIND, wanted.kind().name())));
        }
        return new ListQuery(filters, null, null, null, wanted.sort());
    }
}
