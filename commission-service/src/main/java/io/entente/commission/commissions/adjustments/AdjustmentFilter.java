package io.entente.commission.commissions.adjustments;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.commissions.adjustments.AdjustmentRequest.Status;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortKey;
import io.entente.platform.domain.lists.SortOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects adjustments of all commissions and names their order. What is null selects all.
 *
 * @param text words of the reason, of the adjustment's, commission's or partner's id, or of those who asked and decided
 * @param named partners whose adjustments are found beside those with the words, because their names have them
 * @param from requested at this instant or later
 * @param before requested before this instant
 * @param sort by {@link #REQUESTED}
 */
public record AdjustmentFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        @Nullable Status status,
        @Nullable PartnerId partner,
        @Nullable CurrencyUnit currency,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time of the request. */
    public static final String REQUESTED = "requested";

    /** The keys of this order never change. */
    public static final List<String> ORDERS = List.of(REQUESTED);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 40;

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";
    private static final String CURRENCY = "currency";

    public AdjustmentFilter {
        named = List.copyOf(named);
    }

    /** The entry of an adjustment in the list. */
    public static ListEntry entry(AdjustmentRequest request) {
        PartnerId of = request.partnerId();
        List<String> filters = new ArrayList<>(List.of(
                filter(STATUS, request.status().name()),
                filter(CURRENCY, request.amount().getCurrencyUnit().getCode())));
        if (of != null) {
            filters.add(filter(PARTNER, of.value()));
        }
        return ListEntry.of(
                filters,
                SearchTerms.of(
                        MAX_WORDS,
                        request.id(),
                        request.commission().value(),
                        of == null ? null : of.value(),
                        request.requestedBy(),
                        request.decidedBy(),
                        request.reason()),
                Map.of(
                        REQUESTED,
                        SortKey.of(request.requestedAt(), request.commission().value() + " " + request.id())));
    }

    /** The query for the filter. */
    public ListQuery query() {
        List<List<String>> filters = new ArrayList<>();
        if (partner != null) {
            filters.add(List.of(filter(PARTNER, partner.value())));
        }
        if (status != null) {
            filters.add(List.of(filter(STATUS, status.name())));
        }
        if (currency != null) {
            filters.add(List.of(filter(CURRENCY, currency.getCode())));
        }
        return new ListQuery(
                filters,
                text,
                named.stream().map(one -> filter(PARTNER, one.value())).toList(),
                start(from),
                start(before),
                sort);
    }

    private static @Nullable String start(@Nullable Instant at) {
        return at == null ? null : SortKey.start(at);
    }
}
