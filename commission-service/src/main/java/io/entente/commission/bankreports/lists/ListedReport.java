package io.entente.commission.bankreports.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.bankreports.BankReport;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as the list finds it. The keys of its order never change. */
public final class ListedReport {

    public static final List<String> ORDERS = List.of(ReportFilter.RECEIVED);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 20;

    private static final String KIND = "kind";
    private static final String STATUS = "status";
    private static final String OPEN = "open";

    private ListedReport() {}

    /** The entry of a report. */
    public static ListEntry of(BankReport report) {
        return ListEntry.of(
                List.of(
                        filter(KIND, report.kind().name()),
                        filter(STATUS, report.status().name()),
                        filter(OPEN, Boolean.toString(report.open() > 0))),
                SearchTerms.of(MAX_WORDS, report.messageId(), report.sender(), report.id()),
                Map.of(ReportFilter.RECEIVED, SortKey.of(report.receivedAt(), report.id())));
    }

    /** The query for a filter. The filters that select the fewest reports come first. */
    public static ListQuery query(ReportFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.open() != null) {
            filters.add(List.of(filter(OPEN, wanted.open().toString())));
        }
        if (wanted.status() != null) {
            filters.add(List.of(filter(STATUS, wanted.status().name())));
        }
        if (wanted.kind() != null) {
            filters.add(List.of(filter(KIND, wanted.kind().name())));
        }
        return new ListQuery(filters, wanted.text(), start(wanted.from()), start(wanted.before()), wanted.sort());
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
