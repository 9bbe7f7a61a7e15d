package io.entente.commission.commissions.selfreferral;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.commission.commissions.selfreferral.SelfReferralCase.Status;
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
import org.jspecify.annotations.Nullable;

/**
 * Selects cases of self-referral and names their order. What is null selects all.
 *
 * @param text words of the client's name, of the partner's id, or of the deal's, referral's or commission's id
 * @param named partners whose cases are found beside those with the words, because their names have them
 * @param from opened at this instant or later
 * @param before opened before this instant
 * @param sort by {@link #OPENED} or {@link #AMOUNT}
 */
public record CaseFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        @Nullable Status status,
        @Nullable PartnerId partner,
        @Nullable Instant from,
        @Nullable Instant before,
        SortOrder sort) {

    /** By the time at which the case was opened. */
    public static final String OPENED = "opened";

    /** By the currency and then by the amount of the deal. */
    public static final String AMOUNT = "amount";

    /** The keys of these orders never change. */
    public static final List<String> ORDERS = List.of(OPENED, AMOUNT);

    /** Raised by one if entries are made in another way. */
    public static final int FORM = 1;

    private static final int MAX_WORDS = 40;

    private static final String PARTNER = "partner";
    private static final String STATUS = "status";

    public CaseFilter {
        named = List.copyOf(named);
    }

    /** The entry of a case in the list. */
    public static ListEntry entry(SelfReferralCase each) {
        String id = each.commission().value();
        return ListEntry.of(
                List.of(
                        filter(PARTNER, each.partnerId().value()),
                        filter(STATUS, each.status().name())),
                SearchTerms.of(
                        MAX_WORDS,
                        each.client().organisation(),
                        each.client().key(),
                        each.partnerId().value(),
                        each.dealId(),
                        each.referralId(),
                        id),
                Map.of(OPENED, SortKey.of(each.openedAt(), id), AMOUNT, SortKey.of(each.amount(), id)));
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
