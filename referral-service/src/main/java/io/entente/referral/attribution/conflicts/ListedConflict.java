package io.entente.referral.attribution.conflicts;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListEntry.EarlierKeys;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a conflict is found by in the list, and which filters a query needs. */
public final class ListedConflict {

    /** Raise it if {@link #of} changes, so that stored conflicts get new entries when the service starts. */
    public static final int FORM = 2;

    public static final List<String> ORDERS = List.of(ConflictFilter.OPENED, ConflictFilter.UPDATED);

    private static final int MAX_WORDS = 40;
    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String PARTNER_AND_STATUS = "partner-status";

    private ListedConflict() {}

    public static ListEntry of(ConflictCase conflict) {
        String id = conflict.id().value();
        String status = conflict.status().name();
        List<String> filters = new ArrayList<>(List.of(filter(STATUS, status)));
        for (Introduction side : List.of(conflict.holder(), conflict.challenger())) {
            filters.add(filter(PARTNER, side.partnerId()));
            filters.add(filter(PARTNER_AND_STATUS, side.partnerId(), status));
        }
        List<Instant> updates = updates(conflict);
        Instant last = updates.get(updates.size() - 1);
        return ListEntry.of(
                        filters,
                        terms(conflict),
                        Map.of(
                                ConflictFilter.OPENED, SortKey.of(conflict.openedAt(), id),
                                ConflictFilter.UPDATED, SortKey.of(last, id)))
                .since(conflict.openedAt(), earlier(updates, id));
    }

    /** The keys before each change. The conflict itself remembers its changes, which are few. */
    private static List<EarlierKeys> earlier(List<Instant> updates, String id) {
        List<EarlierKeys> earlier = new ArrayList<>();
        for (int i = 1; i < updates.size(); i++) {
            Map<String, String> before = Map.of(ConflictFilter.UPDATED, SortKey.of(updates.get(i - 1), id));
            earlier.add(new EarlierKeys(SortKey.start(updates.get(i)), before));
        }
        return earlier;
    }

    /** The firm searches both names. A partner must not learn the other's by searching, so it searches its own. */
    private static SearchTerms terms(ConflictCase conflict) {
        Introduction holder = conflict.holder();
        Introduction challenger = conflict.challenger();
        return terms(holder)
                .and(terms(challenger))
                .and(terms(holder).in(holder.partnerId()))
                .and(terms(challenger).in(challenger.partnerId()));
    }

    private static SearchTerms terms(Introduction side) {
        return SearchTerms.of(
                MAX_WORDS, side.client().name().written(), side.client().domain());
    }

    /** When the conflict was opened and changed, in order. */
    private static List<Instant> updates(ConflictCase conflict) {
        Stream<Instant> decided = conflict.verdicts().stream().map(Verdict::at);
        Appeal appeal = conflict.appeal();
        Stream<Instant> appealed = appeal == null ? Stream.empty() : Stream.of(appeal.at());
        return Stream.concat(Stream.of(conflict.openedAt()), Stream.concat(decided, appealed))
                .sorted()
                .toList();
    }

    /** The query for a filter. The filters that select the fewest conflicts come first. */
    public static ListQuery query(ConflictFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.reader() != null) {
            filters.add(partner(wanted.reader(), wanted.statuses()));
        }
        if (wanted.partnerId() != null) {
            filters.add(partner(wanted.partnerId(), wanted.statuses()));
        }
        if (filters.isEmpty() && !wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .distinct()
                    .toList());
        }
        return new ListQuery(filters, text(wanted), null, null, wanted.sort());
    }

    private static List<String> partner(String partnerId, List<CaseStatus> statuses) {
        return statuses.isEmpty()
                ? List.of(filter(PARTNER, partnerId))
                : statuses.stream()
                        .map(status -> filter(PARTNER_AND_STATUS, partnerId, status.name()))
                        .distinct()
                        .toList();
    }

    private static @Nullable SearchText text(ConflictFilter wanted) {
        return wanted.text() == null || wanted.reader() == null
                ? wanted.text()
                : wanted.text().in(wanted.reader());
    }
}
