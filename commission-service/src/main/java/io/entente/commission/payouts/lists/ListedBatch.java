package io.entente.commission.payouts.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payout batch as the list finds it. The keys of its order never change. */
public final class ListedBatch {

    public static final List<String> ORDERS = List.of(BatchFilter.PLANNED);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 40;

    private static final String STATUS = "status";

    private ListedBatch() {}

    /** The entry of a batch. */
    public static ListEntry of(PayoutBatch batch) {
        return ListEntry.of(
                List.of(filter(STATUS, batch.status().name())),
                SearchTerms.of(
                        MAX_WORDS,
                        batch.id(),
                        batch.plannedBy(),
                        batch.approvedBy(),
                        batch.submittedBy(),
                        batch.note()),
                Map.of(BatchFilter.PLANNED, SortKey.of(batch.plannedAt(), batch.id())));
    }

    /** The query for a filter. */
    public static ListQuery query(BatchFilter wanted) {
        List<String> statuses = wanted.statuses().stream()
                .map(status -> filter(STATUS, status.name()))
                .sorted()
                .toList();
        return new ListQuery(
                statuses.isEmpty() ? List.of() : List.of(statuses),
                wanted.text(),
                start(wanted.from()),
                start(wanted.before()),
                wanted.sort());
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
