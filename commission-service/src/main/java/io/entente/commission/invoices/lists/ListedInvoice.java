package io.entente.commission.invoices.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.invoices.Invoice;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice or a credit note as the list finds it. Neither changes, so their keys don't. */
public final class ListedInvoice {

    public static final List<String> ORDERS = List.of(InvoiceFilter.ISSUED, InvoiceFilter.AMOUNT);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 20;

    private static final String PARTNER = "partner";
    private static final String PERIOD = "period";
    private static final String KIND = "kind";
    private static final String CURRENCY = "currency";

    private ListedInvoice() {}

    /** The entry of an invoice. It has ids alone, because names and addresses are encrypted. */
    public static ListEntry of(Invoice invoice) {
        String number = invoice.number().toString();
        return ListEntry.of(
                List.of(
                        filter(PARTNER, invoice.partnerId().value()),
                        filter(PERIOD, invoice.period().toString()),
                        filter(KIND, invoice.kind().name()),
                        filter(CURRENCY, invoice.currency().getCode())),
                SearchTerms.of(
                        MAX_WORDS,
                        number,
                        invoice.statementId().value(),
                        invoice.partnerId().value(),
                        invoice.corrects()),
                Map.of(
                        InvoiceFilter.ISSUED, SortKey.of(invoice.issuedAt(), number),
                        InvoiceFilter.AMOUNT, SortKey.of(invoice.amounts().gross(), number)));
    }

    /** The query for a filter. The filters that select the fewest invoices come first. */
    public static ListQuery query(InvoiceFilter wanted) {
        List<List<String>> filters = new ArrayList<>();
        if (wanted.partner() != null) {
            filters.add(List.of(filter(PARTNER, wanted.partner().value())));
        }
        if (wanted.period() != null) {
            filters.add(List.of(filter(PERIOD, wanted.period().toString())));
        }
        if (wanted.currency() != null) {
            filters.add(List.of(filter(CURRENCY, wanted.currency().getCode())));
        }
        if (wanted.kind() != null) {
            filters.add(List.of(filter(KIND, wanted.kind().name())));
        }
        return new ListQuery(
                filters,
                wanted.text(),
                wanted.named().stream()
                        .map(named -> filter(PARTNER, named.value()))
                        .toList(),
                start(wanted.from()),
                start(wanted.before()),
                wanted.sort());
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
