package io.entente.referral.deals.lists;

import static io.entente.platform.domain.lists.ListEntry.filter;

import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.domain.lists.ListQuery;
import io.entente.platform.domain.lists.SearchTerms;
import io.entente.platform.domain.lists.SortKey;
import io.entente.referral.deals.Deal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a deal that closed too early is found by in the list, and which filters a query needs. */
public final class ListedEarlyDeal {

    /** Raise it if {@link #of} changes, so that stored deals get new entries when the service starts. */
    public static final int FORM = 1;

    public static final List<String> ORDERS = List.of(EarlyDealFilter.RECORDED);

    private static final int MAX_WORDS = 40;
    private static final String ALL = "early:true";
    private static final String PARTNER = "early-partner";

    private ListedEarlyDeal() {}

    /** Returns null for any other deal, which are nearly all. */
    public static @Nullable ListEntry of(Deal deal) {
        return !deal.closedBeforeSubmission() || deal.reversal() != null
                ? null
                : ListEntry.of(
                        List.of(ALL, filter(PARTNER, deal.partnerId())),
                        SearchTerms.of(
                                MAX_WORDS,
                                deal.service(),
                                deal.dealId(),
                                deal.referralId().value()),
                        Map.of(EarlyDealFilter.RECORDED, SortKey.of(deal.recordedAt(), deal.dealId())));
    }

    /** The query for a filter. */
    public static ListQuery query(EarlyDealFilter wanted) {
        return new ListQuery(
                List.of(List.of(wanted.partnerId() == null ? ALL : filter(PARTNER, wanted.partnerId()))),
                wanted.text(),
                wanted.from() == null ? null : SortKey.start(wanted.from()),
                wanted.to() == null ? null : SortKey.start(wanted.to()),
                wanted.sort());
    }
}
