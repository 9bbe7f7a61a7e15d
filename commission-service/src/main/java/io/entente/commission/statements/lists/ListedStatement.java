package io.entente.commission.statements.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Statement;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A statement as the list finds it. The keys of its order never change. */
public final class ListedStatement {

    public static final List<String> ORDERS = List.of(StatementFilter.QUARTER);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 12;

    private static final String PARTNER = "partner";
    private static final String QUARTER = "quarter";
    private static final String STATUS = "status";
    private static final String CURRENCY = "currency";

    private ListedStatement() {}

    /** The entry of a statement. */
    public static ListEntry of(Statement statement) {
        String id = statement.id().value();
        String partner = statement.partnerId().value();
        return ListEntry.of(
                List.of(
                        filter(PARTNER, partner),
                        filter(QUARTER, statement.quarter().toString()),
                        filter(STATUS, statement.status().name()),
                        filter(CURRENCY, statement.currency().getCode())),
                SearchTerms.of(MAX_WORDS, id, partner),
                Map.of(StatementFilter.QUARTER, statement.quarter() + " " + id));
    }

    /** The query for a filter. The filters that select the fewest statements come first. */
    public static ListQuery query(StatementFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        PartnerId partner = wanted.partner();
        if (partner != null) {
            filters.add(List.of(filter(PARTNER, partner.value())));
        }
        if (wanted.quarter() != null) {
            filters.add(List.of(filter(QUARTER, wanted.quarter().toString())));
        }
        if (!wanted.statuses().isEmpty()) {
            filters.add(wanted.statuses().stream()
                    .map(status -> filter(STATUS, status.name()))
                    .sorted()
                    .toList());
        }
        if (wanted.currency() != null) {
            filters.add(List.of(filter(CURRENCY, wanted.currency().getCode())));
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.named().stream()
                        .map(named -> filter(PARTNER, named.value()))
                        .toList(),
                null,
                null,
                wanted.sort());
    }
}
