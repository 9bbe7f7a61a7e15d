package io.entente.commission.invoices;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects statements that can't be invoiced yet and names their order. What is null selects all.
 *
 * @param named partners whose statements are found beside those with the words, because their names have them
 * @param period only statements of this quarter
 * @param sort by {@link #SINCE}
 */
public record BlockedInvoiceFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        @Nullable PartnerId partner,
        @Nullable Quarter period,
        SortOrder sort) {

    /** By the time at which it was found that something is missing. */
    public static final String SINCE = "since";

    /** The keys of this order never change. */
    public static final List<String> ORDERS = List.of(SINCE);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 40;

    private static final String PARTNER = "partner";
    private static final String PERIOD = "period";

    public BlockedInvoiceFilter {
        named = List.copyOf(named);
    }

    /** The entry in the list. */
    public static ListEntry entry(BlockedInvoice each) {
        return ListEntry.of(
                List.of(
                        filter(PARTNER, each.partnerId().value()),
                        filter(PERIOD, each.period().toString())),
                SearchTerms.of(
                        MAX_WORDS, each.statementId().value(), each.partnerId().value()),
                Map.of(SINCE, SortKey.of(each.since(), each.statementId().value())));
    }

    /** The query for the filter. */
    public ListQuery query() {
        List<List<String>> filters = new ArrayList<>();
        if (partner != null) {
            filters.add(List.of(filter(PARTNER, partner.value())));
        }
        if (period != null) {
            filters.add(List.of(filter(PERIOD, period.toString())));
        }
        return new ListQuery(
                filters,
                text,
                named.stream().map(one -> filter(PARTNER, one.value())).toList(),
                null,
                null,
                sort);
    }
}
