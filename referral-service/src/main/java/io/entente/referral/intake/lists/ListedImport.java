package io.entente.referral.intake.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import io.entente.referral.intake.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an import is found by in the list, and which filters a query needs. */
public final class ListedImport {

    /** Raise it if {@link #of} changes, so that stored imports get new entries when the service starts. */
    public static final int FORM = 1;

    public static final List<String> ORDERS = List.of(ImportFilter.STARTED);

    private static final int MAX_WORDS = 40;
    private static final String STATUS = "status";
    private static final String PROFILE = "profile";

    private ListedImport() {}

    public static ListEntry of(Import of) {
        return ListEntry.of(
                List.of(filter(STATUS, of.status().name()), filter(PROFILE, of.profile())),
                SearchTerms.of(MAX_WORDS, of.fileName()),
                Map.of(ImportFilter.STARTED, SortKey.of(of.startedAt(), of.id())));
    }

    /** The query for a filter. The filters that select the fewest imports come first. */
    public static ListQuery query(ImportFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.profile() != null) {
            filters.add(List.of(filter(PROFILE, wanted.profile())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.from() == null ? null : SortKey.start(wanted.from()),
                wanted.to() == null ? null : SortKey.start(wanted.to()),
                wanted.sort());
    }
}
