package io.entente.commission.invoices.lists;

import io.entente.commission.invoices.InvoiceKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects invoices and credit notes and names their order. What is null selects all.
 *
 * @param text words of the number, of the statement's or the partner's id, or of the number of the corrected invoice
 * @param named partners whose documents are found beside those with the words, because their names have them
 * @param from issued at this instant or later
 * @param before issued before this instant
 * @param sort by {@link #ISSUED} or {@link #AMOUNT}
 */
public record InvoiceFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        @Nullable PartnerId partner,
        @Nullable Quarter period,
        @Nullable InvoiceKind kind,
        @Nullable CurrencyUnit currency,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time of issue, which is the order of the numbers. */
    public static final String ISSUED = "issued";

    /** By the currency and then by the gross amount. */
    public static final String AMOUNT = "amount";

    public InvoiceFilter {
        named = List.copyOf(named);
    }
}
