package io.entente.partner.reciprocity;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a balance is found by in the list, and which filters a query needs. */
public final class ListedBalance {

    public static final List<String> ORDERS =
            List.of(ReciprocityFilter.DUE, ReciprocityFilter.BALANCE, ReciprocityFilter.UPDATED);

    private static final String PARTNER = "partner";
    private static final String OWED_BY = "owedBy";

    /** Makes every balance positive, so that balances sort as text. */
    private static final long OFFSET = 1_000_000_000L;

    private ListedBalance() {}

    public static ListEntry of(ReciprocityBalance balance, Instant now) {
        String id = balance.partnerId();
        return ListEntry.of(
                List.of(filter(PARTNER, id), filter(OWED_BY, balance.owedBy().name())),
                SearchTerms.of(1),
                Map.of(
                        ReciprocityFilter.DUE, SortKey.of(instant(balance.nextDueOn()), id),
                        ReciprocityFilter.BALANCE, "%012d %s".formatted(balance.count() + OFFSET, id),
                        ReciprocityFilter.UPDATED, SortKey.of(now, id)));
    }

    /** The query for a filter. The filters that select the fewest balances come first. */
    public static ListQuery query(ReciprocityFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partnerIds() != null) {
            filters.add(wanted.partnerIds().stream()
                    .map(partner -> filter(PARTNER, partner))
                    .toList());
        }
        if (wanted.owedBy() != null) {
            filters.add(List.of(filter(OWED_BY, wanted.owedBy().name())));
        }
        Instant before = instant(wanted.dueBefore());
        return new ListQuery(filters, null, null, before == null ? null : SortKey.start(before), wanted.sort());
    }

    private static @Nullable Instant instant(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
